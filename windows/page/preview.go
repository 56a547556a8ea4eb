package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"campaigndesk/app"
	"campaigndesk/app/report"
	"campaigndesk/data"
	"campaigndesk/windows/theme"
)

// Preview shows a report page by page as it will be printed, and saves it as PDF, CSV or Excel file.
type Preview struct {
	Name  string
	Title func() string // after the page's caption, nil if nothing

	Session *app.Session
	Key     string                               // tells its windows apart
	Report  func() func() (report.Report, error) // gives what collects the report, which runs beside the windows and must only read
	Watches []string                             // tables whose change makes it collect again

	Note    func() string                     // what is worth knowing before it is printed, above the paper; nil or blank: nothing
	Printed func(w *Window, r *report.Report) // the report was saved as PDF; nil: nothing happens then
	Actions []Action[report.Report]           // before those that save
}

func (p *Preview) name() string                 { return p.Name }
func (p *Preview) identity() string             { return p.Name + p.Key }
func (p *Preview) inMain() bool                 { return false }
func (p *Preview) pick(*Window, func([]string)) {}

// mostPages is how many pages are laid out to be looked at: more than anybody leafs through.
const mostPages = 300

// zoom says how large the paper is shown.
type zoom int

const (
	naturalSize zoom = iota
	fitWidth
	wholePage
)

// previewPage is a preview on the screen.
type previewPage struct {
	*Preview
	w      *Window
	record *report.Report // nil until it is laid out
	pages  []report.Page
	more   bool // there are pages beyond those
	at     int
	zoom   zoom

	running, again, stopped bool // how far it is with laying out

	paper    *paper
	scroll   *container.Scroll
	position *canvas.Text
	note     *canvas.Text
}

func (p *Preview) build(w *Window) *content {
	pp := &previewPage{Preview: p, w: w, paper: &paper{}}
	pp.position, pp.note = words("", theme.Text, textSize, false), words("", theme.Muted, textSize, false)
	pp.paper.object = &fyne.Container{Layout: pp.paper}
	pp.scroll = container.NewScroll(container.New(&desktopLayout{pp}, pp.paper.object))
	view := container.New(&previewLayout{pp}, pp.scroll)
	head := inset(rowGrowing(0, pp.note, pp.note, pp.position), 6, 16)
	stop := p.Session.On(p.Watches, pp.layOut)
	return &content{
		object:   surface(theme.Background, columnGrowing(0, view, head, rule(), view)),
		title:    pp.title,
		commands: slices.Concat(commandsOf(w, p.Actions, pp.current, func() []report.Report { return []report.Report{*pp.record} }), pp.saving(), pp.leafing()),
		opened:   pp.layOut,
		refresh:  pp.layOut,
		key:      pp.key,
		stop: func() {
			pp.stopped = true
			stop()
		},
	}
}

func (pp *previewPage) current() *report.Report { return pp.record }

func (pp *previewPage) title() string {
	caption := pp.w.session.Texts.T(pp.Name)
	if of := titleOf(pp.Title); of != "" {
		caption += " · " + of
	}
	return caption
}

// layOut collects the report and lays it out beside the windows; then it is shown. Changes that come in the meantime make one
// more run.
func (pp *previewPage) layOut() {
	if pp.running {
		pp.again = true
		return
	}
	pp.running = true
	pp.position.Text = pp.w.session.Texts.T("calculating")
	pp.position.Refresh()
	collect := pp.Report()
	pp.w.desk.beside(func() func() {
		r, pages, more, err := laidOut(collect)
		return func() {
			again := pp.again
			pp.running, pp.again = false, false
			switch {
			case pp.stopped:
			case again:
				pp.layOut()
			case err != nil:
				pp.record, pp.pages, pp.more = nil, nil, false
				pp.show(0)
				pp.w.Fail(err)
			default:
				pp.record, pp.pages, pp.more = &r, pages, more
				pp.show(pp.at)
				pp.w.retitle()
			}
		}
	})
}

// laidOut is a report with its first pages; their numbers are on them if there are no more.
func laidOut(collect func() (report.Report, error)) (r report.Report, pages []report.Page, more bool, err error) {
	if r, err = collect(); err != nil {
		return r, nil, false, err
	}
	for page, err := range r.Pages() {
		if err != nil {
			return r, nil, false, err
		}
		if len(pages) == mostPages {
			return r, pages, true, nil
		}
		pages = append(pages, page)
	}
	report.Number(pages)
	return r, pages, false, nil
}

// show draws a page, the last one if there are fewer, and says which it is.
func (pp *previewPage) show(at int) {
	t := pp.w.session.Texts
	pp.at = max(0, min(at, len(pp.pages)-1))
	pp.note.Text, pp.position.Text = "", ""
	if pp.Note != nil {
		pp.note.Text = pp.Note()
	}
	var page report.Page
	if len(pp.pages) > 0 {
		page = pp.pages[pp.at]
		pp.position.Text = t.T("page-of-pages", pp.at+1, len(pp.pages))
		if pp.more {
			pp.position.Text = t.T("page-of-more-pages", pp.at+1, len(pp.pages))
		}
	}
	pp.paper.draw(page, len(pp.pages) > 0)
	pp.scroll.ScrollToTop()
	pp.w.relayout()
}

func (pp *previewPage) turn(to func() int) func() error {
	return func() error {
		pp.show(to())
		return nil
	}
}

// leafing are the commands that turn the pages and size the paper.
func (pp *previewPage) leafing() []*command {
	zoomed := func(caption, key string, z zoom) *command {
		return &command{caption: caption, keys: []string{key}, group: groupView, checked: func() bool { return pp.zoom == z }, run: func() error {
			pp.zoom = z
			pp.show(pp.at)
			return nil
		}}
	}
	has := func() bool { return len(pp.pages) > 0 }
	return []*command{
		{caption: "first-page", keys: []string{"Home"}, group: groupView, enabled: has, run: pp.turn(func() int { return 0 })},
		{caption: "page-before", keys: []string{"PgUp"}, group: groupView, promoted: true, enabled: has, run: pp.turn(func() int { return pp.at - 1 })},
		{caption: "page-after", keys: []string{"PgDn"}, group: groupView, promoted: true, enabled: has, run: pp.turn(func() int { return pp.at + 1 })},
		{caption: "last-page", keys: []string{"End"}, group: groupView, enabled: has, run: pp.turn(func() int { return len(pp.pages) - 1 })},
		zoomed("whole-page", "Ctrl+0", wholePage),
		zoomed("natural-size", "Ctrl+1", naturalSize),
		zoomed("fit-width", "Ctrl+2", fitWidth),
	}
}

// scrollStep is how far an arrow key moves the paper.
const scrollStep = 60

// key: the arrow keys move a paper that is larger than the window.
func (pp *previewPage) key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	steps := map[fyne.KeyName]fyne.Delta{fyne.KeyUp: {DY: scrollStep}, fyne.KeyDown: {DY: -scrollStep}, fyne.KeyLeft: {DX: scrollStep}, fyne.KeyRight: {DX: -scrollStep}}
	step, ok := steps[name]
	if !ok || mod != 0 {
		return false
	}
	pp.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: step})
	return true
}

// previewLayout sizes the paper before the scroller that holds it.
type previewLayout struct{ pp *previewPage }

func (l *previewLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

func (l *previewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.pp.paper.fit(l.pp.zoom, size.SubtractWidthHeight(2*paperGap+scrollRoom, 2*paperGap))
	objects[0].Resize(size)
	l.pp.scroll.Refresh()
}

// desktopLayout lays the paper in the middle of what it lies on.
type desktopLayout struct{ pp *previewPage }

const (
	paperGap   = 14 // around the paper
	scrollRoom = 12 // for the scroll bar
)

func (l *desktopLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return l.pp.paper.size().AddWidthHeight(2*paperGap, 2*paperGap)
}

func (l *desktopLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	paper := l.pp.paper.size()
	objects[0].Resize(paper)
	objects[0].Move(fyne.NewPos(max(paperGap, (size.Width-paper.Width)/2), paperGap))
}

// saving are the commands that write the report to a file.
func (pp *previewPage) saving() []*command {
	laid := func() bool { return pp.record != nil }
	save := func(caption, key, ending string, promoted bool, write writer) *command {
		return &command{caption: caption, keys: []string{key}, group: groupFile, promoted: promoted, enabled: laid, run: func() error {
			pp.save(caption, ending, write)
			return nil
		}}
	}
	pdf := save("save-as-pdf", "Ctrl+S", ".pdf", true, writePDF)
	pdf.primary = true
	return []*command{pdf, save("save-as-xlsx", "Ctrl+E", ".xlsx", true, writeXLSX), save("save-as-csv", "Ctrl+Shift+E", ".csv", true, pp.writeCSV)}
}

// save asks for a file and writes the report to it as a job.
func (pp *previewPage) save(caption, ending string, write writer) {
	r := pp.record
	pp.w.SaveFile(data.Msg(caption), pp.title()+ending, func(path string) {
		pp.w.writeReport(r, path, write, func() {
			pp.w.Tell(data.Msg("report-saved", path))
			if ending == ".pdf" && pp.Printed != nil {
				pp.Printed(pp.w, r)
			}
		})
	})
}
