package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/exchange"
	"campaigndesk/windows/page"
)

// tableEndings are how the names of files end that can be imported.
var tableEndings = []string{".csv", ".txt", ".tsv", ".tab", ".xlsx"}

// Import brings the rows of other programs' files into the company: a file is chosen, its columns are given to fields, every
// row is judged before anything is written, and one command writes them that one undo takes back.
func Import(s *app.Session) page.Page {
	type C = importChoices
	i := &importing{s: s, choices: importChoices{CreateCodes: true}, done: map[string]bool{}}
	opened := func(*C) bool { return i.table != nil }
	isText := func(*C) bool { return i.table != nil && i.table.Sheets == nil }
	isBook := func(*C) bool { return i.table != nil && i.table.Sheets != nil }
	return &page.Card[C]{
		Name: "import", Session: s,
		Title: func(c *C) string { return c.File },
		Load:  func() (C, error) { return i.choices, nil },
		Save:  func(w *page.Window, before, after *C) error { return i.choose(w, before, after) },
		Tabs: []page.Tab[C]{
			{Caption: "file", Summary: func(*C) string { return i.sizeInWords() }, Fields: page.Fields[C]{
				page.Text("file", func(c *C) *string { return &c.File }).ReadOnly(),
				page.Choice("import-as", func(c *C) *importTarget { return &c.Target }, targetCaptions()...).EditableIf(opened).BlankIf(func(*C) bool { return i.table == nil }),
				page.Choice("faulty-rows", func(c *C) *faultyRows { return &c.Faults }, "leave-out-faulty-rows", "stop-at-faulty-row").EditableIf(opened),
				page.Check("create-missing-codes", func(c *C) *bool { return &c.CreateCodes }).EditableIf(opened),
			}},
			{Caption: "layout-of-file", Closed: true, Summary: func(*C) string { return i.layoutInWords() }, Fields: page.Fields[C]{
				page.Choice("encoding", func(c *C) *encoding { return &c.Encoding }, "encoding-utf-8", "encoding-windows-1252", "encoding-utf-16le", "encoding-utf-16be").EditableIf(isText),
				page.Text("delimiter", func(c *C) *string { return &c.Delimiter }).EditableIf(isText).Lookup(i.delimiterLookup()),
				page.Check("quotation-marks", func(c *C) *bool { return &c.Quotes }).EditableIf(isText),
				page.Check("first-line-has-headings", func(c *C) *bool { return &c.Headings }).EditableIf(opened),
				page.Number("first-line", func(c *C) *int { return &c.First }).EditableIf(opened),
				page.Text("sheet", func(c *C) *string { return &c.Sheet }).EditableIf(isBook).Lookup(page.LookupAmong(i.sheets, "sheet")),
			}},
		},
		Parts: []page.Part[C]{i.files(), i.columns(), i.fixedValues(), i.rows()},
		Actions: []page.Action[C]{
			{Caption: "choose-file", Key: "Ctrl+Shift+O", Promoted: true, Do: func(w *page.Window, _ *C) error { return i.ask(w) }},
			{Caption: "next-file", Key: "Ctrl+Shift+N", Promoted: true, Enabled: func(*C) bool { return i.next() != "" },
				Do: func(w *page.Window, _ *C) error { return i.open(w, i.next(), nil) }},
			{Caption: "check-rows", Key: "F9", Promoted: true, Enabled: opened, Do: func(w *page.Window, _ *C) error { return i.check(w) }},
			{Caption: "import-rows", Key: "Ctrl+F9", Promoted: true, Primary: true, Enabled: opened, Do: func(w *page.Window, _ *C) error { return i.write(w) }},
		},
	}
}

// files are the tables in the folder of the file in hand, in the order in which a new company is best filled.
func (i *importing) files() page.Part[importChoices] {
	type F = importFile
	return &page.ListPart[importChoices, F]{
		Name: "files-in-folder", Session: i.s, Closed: true,
		Summary: func(*importChoices) string { return i.folderInWords() },
		Rows:    func(*importChoices) ([]F, error) { return i.inFolder() },
		Fields: page.Fields[F]{
			page.Calc("file", func(f *F) string { return f.Name }).Width(40),
			page.Calc("import-as", func(f *F) string { return f.What }).Width(26),
			page.Calc("state", func(f *F) string { return f.State }).Width(14).Chip(func(f *F) page.Tone { return f.Tone }),
		},
		Actions: []page.PartAction[importChoices, F]{
			{Caption: "use-file", Do: func(w *page.Window, _ *importChoices, f *F) error { return i.open(w, f.Path, nil) }},
		},
		Empty: "files-in-folder-empty",
	}
}

// columns are the file's columns, each given to a field; how its numbers and dates are written can be corrected.
func (i *importing) columns() page.Part[importChoices] {
	type C = importColumn
	number := func(c *C) bool { return c.kind == exchange.Amount || c.kind == exchange.Percent }
	return &page.ListPart[importChoices, C]{
		Name: "columns-of-file", Session: i.s, Height: 8,
		Summary: func(*importChoices) string { return i.mappedInWords() },
		Rows:    func(*importChoices) ([]C, error) { return i.columnRows(), nil },
		Save:    func(w *page.Window, _ *importChoices, _, after *C) error { return i.mapColumn(w, after) },
		Fields: page.Fields[C]{
			page.Calc("heading-in-file", func(c *C) string { return c.Heading }).Width(24),
			page.Calc("sample-values", func(c *C) string { return c.Sample }).Width(44).Toned(func(*C) page.Tone { return page.Muted }),
			page.Text("field", func(c *C) *string { return &c.Field }).Width(28).Lookup(page.LookupAmong(i.fieldNames, "field")).Validate(i.takeField),
			page.Choice("decimal-sign", func(c *C) *decimalSign { return &c.Decimal }, "decimal-point", "decimal-comma").Width(14).EditableIf(number).BlankIf(func(c *C) bool { return !number(c) }),
			page.Choice("order-of-date", func(c *C) *dateOrder { return &c.Order }, "date-order-dmy", "date-order-mdy", "date-order-ymd").Width(18).
				EditableIf(func(c *C) bool { return c.kind == exchange.Date }).BlankIf(func(c *C) bool { return c.kind != exchange.Date }),
			page.Check("parts-of-one", func(c *C) *bool { return &c.Fractions }).Width(12).Hidden().EditableIf(func(c *C) bool { return c.kind == exchange.Percent }),
		},
		Empty: "columns-of-file-empty",
	}
}

// fixedValues are the fields that no column fills: each can be given one value for all rows, such as the campaign of prices.
func (i *importing) fixedValues() page.Part[importChoices] {
	type V = fixedValue
	return &page.ListPart[importChoices, V]{
		Name: "values-for-all-rows", Session: i.s, Closed: true,
		Summary: func(*importChoices) string { return i.fixedInWords() },
		Rows:    func(*importChoices) ([]V, error) { return i.fixedRows(), nil },
		Save:    func(w *page.Window, _ *importChoices, _, after *V) error { return i.fix(w, after) },
		Fields: page.Fields[V]{
			page.Calc("field", func(v *V) string { return v.Field }).Width(34),
			page.Text("value", func(v *V) *string { return &v.Value }).Width(30).LookupFor(func(v *V) page.Lookup { return page.LookupAmong(v.choices, "value") }),
			page.Check("required", func(v *V) *bool { return &v.Required }).Width(12).ReadOnly(),
		},
		Empty: "values-for-all-rows-empty",
	}
}

// rows are the rows of the file with what becomes of each.
func (i *importing) rows() page.Part[importChoices] {
	type R = judgedRow
	show := func(caption string, verdict shownRows) page.PartAction[importChoices, R] {
		return page.PartAction[importChoices, R]{Caption: caption, NoRow: true, Do: func(w *page.Window, _ *importChoices, _ *R) error {
			i.shown = verdict
			w.Refresh()
			return nil
		}}
	}
	return &page.ListPart[importChoices, R]{
		Name: "rows-of-file", Session: i.s,
		Summary: func(*importChoices) string { return i.reportInWords() },
		Rows:    func(*importChoices) ([]R, error) { return i.judged(), nil },
		Fields: page.Fields[R]{
			page.CalcNumber("line-in-file", func(r *R) int { return r.Line }).Width(8),
			page.Calc("verdict-of-row", func(r *R) string { return i.s.Texts.T(verdictCaptions[r.Verdict]) }).Width(11).Chip(func(r *R) page.Tone { return verdictTones[r.Verdict] }),
			page.Calc("reason-or-change", func(r *R) string { return r.Says }).Width(56),
			page.Calc("row-in-file", func(r *R) string { return r.Cells }).Width(80).Toned(func(*R) page.Tone { return page.Muted }),
		},
		Actions: []page.PartAction[importChoices, R]{
			show("show-all-rows", allRows), show("show-faulty-rows", shownRows(exchange.Faulty)), show("show-new-rows", shownRows(exchange.New)),
			show("show-changed-rows", shownRows(exchange.Changed)), show("show-same-rows", shownRows(exchange.Same)),
		},
		Empty: "rows-of-file-empty",
	}
}
