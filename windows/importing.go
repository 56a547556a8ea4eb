package windows

import (
	"context"
	"slices"

	"campaigndesk/app"
	"campaigndesk/app/exchange"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// importing is the import in hand: a file, what its rows become, and what they would do.
type importing struct {
	s       *app.Session
	choices importChoices
	path    string
	table   *exchange.Table // nil until a file is chosen
	survey  exchange.Survey
	mapping exchange.Mapping
	report  *exchange.Report // of the last check or of the import, nil when something was changed since
	shown   shownRows
	done    map[string]bool // paths of the files that were imported
}

// importChoices are what can be chosen of an import.
type importChoices struct {
	File        string
	Target      importTarget
	Faults      faultyRows
	CreateCodes bool

	Encoding  encoding
	Delimiter string // as the user reads it
	Quotes    bool
	Headings  bool
	First     int
	Sheet     string
}

// importTarget is a place in [exchange.Targets].
type importTarget int

// faultyRows says what becomes of faulty rows.
type faultyRows int

const (
	leaveOut faultyRows = iota
	stopAtFirst
)

// encoding is a place among the encodings.
type encoding int

var encodings = []exchange.Encoding{exchange.UTF8, exchange.Windows1252, exchange.UTF16LE, exchange.UTF16BE}

// checkedAtOnce is how many rows are checked after every change without being asked.
const checkedAtOnce = 3000

func targetCaptions() []string {
	var captions []string
	for _, t := range exchange.Targets() {
		captions = append(captions, t.ID)
	}
	return captions
}

func (i *importing) target() exchange.Target { return exchange.Targets()[i.choices.Target] }

// ask lets the user choose a file.
func (i *importing) ask(w *page.Window) error {
	w.OpenFile(data.Msg("choose-file"), tableEndings, func(path string) {
		if err := i.open(w, path, nil); err != nil {
			w.Fail(err)
		}
	})
	return nil
}

// open reads a file: with the layout it seems to have, or the one chosen.
func (i *importing) open(w *page.Window, path string, layout *exchange.Layout) error {
	var table *exchange.Table
	var err error
	if layout == nil {
		table, err = exchange.Open(path)
	} else {
		table, err = exchange.OpenAs(path, *layout)
	}
	if err != nil {
		return err
	}
	var survey exchange.Survey
	w.Job(data.Msg("import-reading", table.Name), func(ctx context.Context, progress app.Progress) (err error) {
		survey, err = table.Survey(ctx, func(rows int) { progress(rows, 0) })
		return err
	}, func() {
		i.path, i.table, i.survey = path, table, survey
		i.takeLayout()
		if layout == nil {
			guessed := exchange.Guess(table)
			i.choices.Target = importTarget(slices.IndexFunc(exchange.Targets(), func(t exchange.Target) bool { return t.ID == guessed.ID }))
		}
		if err := i.propose(w); err != nil {
			w.Fail(err)
		}
	})
	return nil
}

// takeLayout shows how the file is read.
func (i *importing) takeLayout() {
	l := i.table.Layout
	i.choices.File, i.choices.Sheet, i.choices.First, i.choices.Quotes, i.choices.Headings = i.table.Name, l.Sheet, l.First, l.Quotes, l.Headings
	i.choices.Encoding = encoding(max(0, slices.Index(encodings, l.Encoding)))
	i.choices.Delimiter = i.delimiterInWords(l.Delimiter)
}

// layout is how the choices say that the file is read.
func (i *importing) layout(c *importChoices) exchange.Layout {
	l := exchange.Layout{Sheet: c.Sheet, First: c.First, Headings: c.Headings}
	if i.table.Sheets == nil {
		l = exchange.Layout{Encoding: encodings[c.Encoding], Delimiter: i.delimiterMeant(c.Delimiter), Quotes: c.Quotes, First: c.First, Headings: c.Headings}
	}
	return l
}

// propose gives the columns to fields as last time, or as their headings say, and checks the rows.
func (i *importing) propose(w *page.Window) (err error) {
	if i.mapping, err = exchange.Recall(i.s.DB, i.target(), i.table); err != nil {
		return err
	}
	return i.changed(w)
}

// choose takes over a changed choice.
func (i *importing) choose(w *page.Window, before, after *importChoices) error {
	switch {
	case i.layout(after) != i.layout(before):
		layout := i.layout(after)
		return i.open(w, i.path, &layout)
	case after.Target != before.Target:
		i.choices = *after
		return i.propose(w)
	}
	i.choices = *after
	return i.changed(w)
}

// changed forgets what was said of the rows, and checks them anew when there are few.
func (i *importing) changed(w *page.Window) error {
	i.report, i.shown = nil, allRows
	if i.survey.Rows <= checkedAtOnce {
		return i.check(w)
	}
	w.Refresh()
	return nil
}

func (i *importing) job() *exchange.Import {
	return &exchange.Import{Session: i.s, Table: i.table, Columns: i.survey.Columns, Rows: i.survey.Rows, Target: i.target(), Mapping: i.mapping,
		StopAtFault: i.choices.Faults == stopAtFirst, CreateCodes: i.choices.CreateCodes}
}

// check says of each row what the import would do with it.
func (i *importing) check(w *page.Window) error {
	var report exchange.Report
	w.Job(data.Msg("import-checking", i.table.Name), func(ctx context.Context, progress app.Progress) (err error) {
		report, err = i.job().Preview(ctx, progress)
		return err
	}, func() {
		i.report = &report
		w.Refresh()
	})
	return nil
}

// write imports the rows, and remembers how the columns were given to fields.
func (i *importing) write(w *page.Window) error {
	var report exchange.Report
	w.Job(data.Msg("import-running", i.table.Name), func(ctx context.Context, progress app.Progress) (err error) {
		report, err = i.job().Write(ctx, progress)
		return err
	}, func() {
		i.report, i.done[i.path] = &report, true
		if err := i.mapping.Remember(context.Background(), i.s.DB, i.target(), i.table); err != nil {
			w.Fail(err)
			return
		}
		w.Refresh()
		n := report.Counts
		w.Tell(data.Msg("import-done", n[exchange.New], n[exchange.Changed], n[exchange.Same], n[exchange.Faulty]))
	})
	return nil
}
