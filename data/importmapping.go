package data

import "context"

// ImportMapping reads how a file with these headings was mapped to a target the last time, in the importer's own words;
// blank if there was none.
func ImportMapping(r Reader, target, headings string) (string, error) {
	mappings, err := column1[string](r, "SELECT mapping FROM import_mapping WHERE target=? AND headings=?", target, headings)
	if err != nil || len(mappings) == 0 {
		return "", err
	}
	return mappings[0], nil
}

// SetImportMapping remembers how a file with these headings is mapped to a target.
func SetImportMapping(ctx context.Context, db *DB, target, headings, mapping string) error {
	return db.Remember(ctx, func(tx *Tx) error {
		_, err := tx.exec(`INSERT INTO import_mapping VALUES (?, ?, ?)
			ON CONFLICT (target, headings) DO UPDATE SET mapping=excluded.mapping`, target, headings, mapping)
		return err
	})
}
