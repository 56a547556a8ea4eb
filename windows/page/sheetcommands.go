package page

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"campaigndesk/app"
	"campaigndesk/app/exchange"
	"campaigndesk/data"
)

// sheetCommands are the commands of every list and worksheet besides those on its records.
func (b *sheetPage[T]) sheetCommands() []*command {
	filterable := func() bool { return len(b.filterables()) > 0 }
	return []*command{
		{caption: "select-all", keys: []string{"Ctrl+A"}, group: groupEdit, run: func() error { b.grid.SelectAll(); return nil }},
		{caption: "copy", keys: []string{"Ctrl+C"}, group: groupEdit, run: b.copy},
		{caption: "search-list", keys: []string{"F3", "Ctrl+F"}, group: groupView, whole: true, run: func() error { b.search.open(); return nil }},
		{caption: "filter-pane", keys: []string{"Shift+F3"}, group: groupView, whole: true, enabled: filterable, run: func() error { b.pane.toggle(); return nil }},
		{caption: "filter-to-value", keys: []string{"Alt+F3"}, group: groupView, enabled: b.onFilterable, run: b.filterToValue},
		{caption: "filter-column", keys: []string{"Shift+Alt+F3"}, group: groupView, enabled: b.onFilterable, run: func() error {
			b.pane.openAt(b.cursorColumn())
			return nil
		}},
		{caption: "reset-filters", keys: []string{"Ctrl+Shift+Alt+F3"}, group: groupView, enabled: func() bool { return len(b.filters) > 0 },
			run: func() error { b.pane.reset(); return nil }},
		{caption: "sort-column", keys: []string{"Alt+F7"}, group: groupView, enabled: b.onFilterable, run: func() error {
			_, caption := b.grid.Cursor()
			b.sortBy(caption)
			return nil
		}},
		{caption: "choose-columns", group: groupView, whole: true, run: b.chooseColumns},
		{caption: "refresh", keys: []string{"F5"}, group: groupView, whole: true, run: func() error { b.refresh(); return nil }},
		{caption: "export", keys: []string{"Ctrl+E"}, group: groupFile, whole: true, run: b.export},
	}
}

// cursorColumn is the table's column under the cursor, blank if it has none.
func (b *sheetPage[T]) cursorColumn() string {
	_, caption := b.grid.Cursor()
	if f := b.field(caption); f != nil {
		return f.column(b.table)
	}
	return ""
}

func (b *sheetPage[T]) onFilterable() bool { return b.cursorColumn() != "" }

// filterToValue shows the rows with the value under the cursor, and all again the second time (UI-25).
func (b *sheetPage[T]) filterToValue() error {
	column, expr := b.filterValue()
	if b.filters[column] != "" {
		expr = ""
	}
	if err := b.setFilter(column, expr); err != nil {
		return err
	}
	b.pane.show()
	return nil
}

func (b *sheetPage[T]) copy() error {
	b.grid.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	return nil
}

// showMenu shows the commands on a row and its column as a menu in the list.
func (b *sheetPage[T]) showMenu(_ int, _ string, at fyne.Position) {
	menu := fyne.NewMenu("")
	group := ""
	for _, c := range b.w.content.commands {
		if c.whole || !c.can() {
			continue
		}
		if group != "" && c.group != group {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		group = c.group
		menu.Items = append(menu.Items, b.w.menuItem(c))
	}
	widget.ShowPopUpMenuAtPosition(menu, b.w.fyne.Canvas(), at)
}

// export writes the rows as they are shown, all of them, into a workbook or a delimited file.
func (b *sheetPage[T]) export() error {
	if err := b.leave(); err != nil {
		return nil // has been shown
	}
	t := b.w.session.Texts
	b.w.SaveFile(data.Msg("export-title"), t.T(b.sheet.page)+".xlsx", func(path string) {
		ending := strings.ToLower(filepath.Ext(path))
		if ending != ".xlsx" && ending != ".csv" {
			b.w.Fail(data.Msg("export-ending", ending))
			return
		}
		rows, err := b.snapshot()
		if err != nil {
			b.w.Fail(err)
			return
		}
		fields := b.shownFields()
		written := 0
		b.w.Job(data.Msg("export-running", filepath.Base(path)), func(ctx context.Context, progress app.Progress) error {
			table := exchange.Export{Name: t.T(b.sheet.page)}
			for _, f := range fields {
				table.Captions = append(table.Captions, t.T(f.caption))
			}
			table.Rows = func(yield func([]any, error) bool) {
				for ; written < rows.Len(); written++ {
					r, err := rows.At(written)
					if err == nil {
						err = ctx.Err()
					}
					if err != nil {
						yield(nil, err)
						return
					}
					cells := make([]any, len(fields))
					for i, f := range fields {
						cells[i] = f.cell(b.w.session, &r)
					}
					if !yield(cells, nil) {
						return
					}
					progress(written, rows.Len())
				}
			}
			if ending == ".csv" {
				return exchange.WriteCSV(path, table, csvStyle(b.w.session))
			}
			return exchange.WriteXLSX(path, table)
		}, func() { b.w.Tell(data.Msg("exported", written, path)) })
	})
	return nil
}

// snapshot is the rows as a list of its own, which a job can read while the window goes on.
func (s *sheet[L]) snapshot() (rows[L], error) {
	if s.table != nil {
		return s.table.Open(s.w.session.DB, s.currentView())
	}
	all := make([]L, s.rows.Len())
	for i := range all {
		r, err := s.rows.At(i)
		if err != nil {
			return nil, err
		}
		all[i] = r
	}
	return &slice[L]{all: all}, nil
}

// shownFields are the fields of the visible columns in their order.
func (s *sheet[L]) shownFields() []*Field[L] {
	var fields []*Field[L]
	for _, c := range s.grid.ColumnStates() {
		if f := s.field(c.ID); f != nil && !c.Hidden {
			fields = append(fields, f)
		}
	}
	return fields
}

// cell is the field's value as files want it: numbers and days keep their type, everything else is the text shown.
func (f *Field[T]) cell(s *app.Session, r *T) any {
	text := f.text(s, r)
	if text == "" && f.kind != kindCheck {
		return nil
	}
	switch f.kind {
	case kindAmount:
		return *f.at(r).(*data.Amount)
	case kindNumber:
		return *f.at(r).(*int)
	case kindDate:
		return *f.at(r).(*data.Date)
	case kindCheck:
		return f.checked(r)
	}
	return text
}

func csvStyle(s *app.Session) exchange.CSVStyle {
	if s.Locale.Decimal == ',' {
		return exchange.CSVStyle{Delimiter: ';', Decimal: ','}
	}
	return exchange.CSVStyle{Delimiter: ',', Decimal: '.'}
}
