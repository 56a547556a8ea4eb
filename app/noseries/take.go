package noseries

import (
	"context"

	"campaigndesk/data"
)

// Take takes a number that no record of the table has yet, for a record about to be created. A number taken is used up
// whatever becomes of the record (CP-48): it is taken before the command that creates the record, which can then carry the
// number in its name.
func Take[T any](db *data.DB, table *data.Table[T], series data.NoSeriesCode, workDate data.Date) (no string, warnings []data.Message, err error) {
	err = db.Remember(context.Background(), func(tx *data.Tx) error {
		var warning *data.Message
		no, warning, err = NextFree(tx, series, workDate, func(no string) (bool, error) { return table.Exists(tx, no) })
		if warning != nil {
			warnings = []data.Message{*warning}
		}
		return err
	})
	return no, warnings, err
}
