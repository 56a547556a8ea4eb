package report

import (
	"maps"
	"slices"
	"strings"

	"campaigndesk/app"
	"campaigndesk/data"
)

// filters says in words what a view chooses, for the head of a report. Of says whose filters they are where a report has
// those of several tables; it is a caption, or blank.
func filters(s *app.Session, of string, v data.View) []string {
	t := s.Texts.T
	var all []string
	for _, column := range slices.Sorted(maps.Keys(v.Filters)) {
		if v.Filters[column] != "" {
			all = append(all, t("report-filter", caption(s, column), v.Filters[column]))
		}
	}
	if v.Search != "" {
		all = append(all, t("report-filter", t("report-search"), v.Search))
	}
	if len(all) == 0 {
		return nil
	}
	text := strings.Join(all, "; ")
	if of != "" {
		text = t("report-filters-of", t(of), text)
	}
	return []string{text}
}

// captions of columns that are called otherwise in the company's file than on screen.
var captions = map[string]string{"country_code": "country-region-code", "unit_code": "unit-of-measure-code"}

func caption(s *app.Session, column string) string {
	key, ok := captions[column]
	if !ok {
		key = strings.ReplaceAll(column, "_", "-")
	}
	return s.Texts.T(key)
}
