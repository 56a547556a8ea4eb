package data

import (
	"errors"
	"testing"
)

func put(t *testing.T, db *DB, name, content string) (id int64) {
	t.Helper()
	write(t, db, func(tx *Tx) (err error) { id, err = PutAttachment(tx, name, []byte(content)); return err })
	return id
}

func TestAFileIsKeptOnceUnderItsPlainName(t *testing.T) {
	db := newCompany(t)
	first := put(t, db, `C:\letters\a.txt`, "Hello")
	for _, c := range []struct {
		name, file, content string
		same                bool
	}{
		{"again from another folder", "../../a.txt", "Hello", true},
		{"another content", "a.txt", "Hello!", false},
		{"another name", "b.txt", "Hello", false},
	} {
		if id := put(t, db, c.file, c.content); (id == first) != c.same {
			t.Errorf("%s: %d, the first is %d", c.name, id, first)
		}
	}
	a, err := GetAttachment(db, first)
	if want := (Attachment{ID: first, FileName: "a.txt", Size: 5}); a != want || err != nil {
		t.Errorf("%+v, %v", a, err)
	}
	for key, content := range map[string][]byte{"attachment-empty": nil, "attachment-too-large": make([]byte, MaxAttachment+1)} {
		err := db.Write(t.Context(), Msg("test"), func(tx *Tx) error { _, err := PutAttachment(tx, "a", content); return err })
		var refused Message
		if !errors.As(err, &refused) || refused.Key != key {
			t.Errorf("%v, want %s", err, key)
		}
	}
}

func TestFilesThatNothingCanNameAnyMoreGoWhenTheCompanyIsOpened(t *testing.T) {
	db := walkthrough(t)
	logged, undone, removed, unused := put(t, db, "logged", "1"), put(t, db, "undone", "2"), put(t, db, "removed", "3"), put(t, db, "unused", "4")
	write(t, db, func(tx *Tx) error {
		return firstOf(Interactions.Insert(tx, &Interaction{AttachmentNo: logged}),
			InteractionTemplateLanguages.Insert(tx, &InteractionTemplateLanguage{TemplateCode: "BUS", LanguageCode: "SV", AttachmentNo: undone}))
	})
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	write(t, db, func(tx *Tx) error {
		return DeleteOwned(tx, "interaction_template_language", Equal("language_code", "SV"))
	})
	segment(t, db, SegmentHeader{No: "SM1"}, "CT11   JL 0")
	write(t, db, func(tx *Tx) error {
		line, err := SegmentLines.Get(tx, "SM1", 10000)
		return firstOf(err, SegmentLanguages.Insert(tx, &SegmentLanguage{SegmentNo: "SM1", LineNo: 10000, LanguageCode: "SV", AttachmentNo: removed}),
			RemoveLines(tx, "SM1", 1, line.ID))
	})
	if err := db.Remember(t.Context(), func(tx *Tx) error { // the journal forgets what the history remembers
		_, err := tx.exec("DELETE FROM journal_row WHERE tbl LIKE 'segment%'")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := Open(db.path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for id, want := range map[int64]error{logged: nil, undone: nil, removed: nil, unused: ErrNotFound} {
		if a, err := GetAttachment(db, id); err != want {
			t.Errorf("file %d %q: %v, want %v", id, a.FileName, err, want)
		}
	}
}
