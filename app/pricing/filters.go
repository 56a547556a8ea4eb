package pricing

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// CheckFilter refuses a filter on the codes of a table when it selects none of its records (CP-147, M-16). key is the
// table's column of the codes.
func CheckFilter[T any](s *app.Session, table *data.Table[T], key, expression string) error {
	if expression == "" {
		return nil
	}
	found, err := table.First(s.DB, data.View{Filters: map[string]string{key: expression}, Env: s.FilterEnv()}, 1)
	if err == nil && len(found) == 0 {
		err = data.Msg("m16-filter-matches-nothing", expression)
	}
	return err
}
