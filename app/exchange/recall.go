package exchange

import (
	"context"
	"encoding/json"
	"strings"

	"campaigndesk/data"
)

// Recall returns how a table with these headings was mapped to the target the last time, else what [Propose] finds.
func Recall(r data.Reader, target Target, t *Table) (Mapping, error) {
	kept, err := data.ImportMapping(r, target.ID, headingsOf(t))
	if err != nil {
		return Mapping{}, err
	}
	var mapping Mapping
	if kept == "" || json.Unmarshal([]byte(kept), &mapping) != nil || !mapping.fits(target, t) {
		return Propose(target, t.Headings, t.Sample), nil
	}
	return mapping, nil
}

// Remember keeps how the table is mapped, for the next file with the same headings.
func (m Mapping) Remember(ctx context.Context, db *data.DB, target Target, t *Table) error {
	kept, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return data.SetImportMapping(ctx, db, target.ID, headingsOf(t), string(kept))
}

func headingsOf(t *Table) string { return strings.Join(t.Headings, "\t") }

// fits reports whether a mapping kept by an earlier version is still one of the target's.
func (m Mapping) fits(target Target, t *Table) bool {
	if len(m.Columns) != len(t.Headings) {
		return false
	}
	ids := m.Columns
	for id := range m.Fixed {
		ids = append(ids[:len(ids):len(ids)], id)
	}
	for _, id := range ids {
		if _, ok := target.Field(id); id != "" && !ok {
			return false
		}
	}
	return true
}

// Check refuses a value for all rows that its field cannot take.
func (m Mapping) Check(target Target) error {
	_, err := newReader(target, m, nil)
	return err
}
