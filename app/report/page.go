package report

import (
	"fmt"
	"iter"
	"sort"
	"strings"

	"campaigndesk/data"
)

// The sheet of paper, in millimetres: A4 upright.
const (
	PageWidth  = 210.0
	PageHeight = 297.0

	margin     = 15.0
	bodyWidth  = PageWidth - 2*margin
	bodyBottom = PageHeight - 18 // the number of the page stands below
	pointsToMM = 25.4 / 72
)

// Page is one sheet and what is drawn on it, in millimetres from its upper left corner.
type Page struct {
	Texts    []Text
	Lines    []Line
	Boxes    []Box
	Numbered bool // gets its number, "1 (3)", when it is known how many pages there are
}

// Text is a line of text that begins at X and stands on Y.
type Text struct {
	X, Y   float64
	Points float64 // size
	Bold   bool
	Muted  bool // in grey
	Text   string
}

// Line goes from one point to another.
type Line struct{ X1, Y1, X2, Y2 float64 }

// Box is a square to tick.
type Box struct{ X, Y, Side float64 }

// Form is how the sections of a report stand on the paper.
type Form interface {
	// begin prepares a new page.
	begin(p *paper)
	// draw puts a section on the paper.
	draw(p *paper, s Section)
}

// Pages lays the report out. It ends at the first error.
func (r Report) Pages() iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		p := &paper{Report: r, ruler: newRuler(), yield: yield}
		for section, err := range r.Sections {
			if err != nil {
				yield(Page{}, err)
				return
			}
			if p.page == nil || section.Under != p.under {
				p.under = section.Under
				p.turn()
			}
			r.Form.draw(p, section)
			if p.stopped {
				return
			}
		}
		if p.page == nil { // a report of nothing says so
			p.turn()
			p.text(margin, p.y+5, 9, r.texts.T("report-nothing"), muted)
		}
		p.turnOut()
	}
}

// paper is the page that is being filled.
type paper struct {
	Report
	ruler   ruler
	yield   func(Page, error) bool
	stopped bool

	page   *Page
	count  int     // pages begun
	under  string  // of the sections on the page
	placed int     // sections on the page, of the forms that count them
	y      float64 // how far the page is filled
}

// turn begins a new page.
func (p *paper) turn() {
	p.turnOut()
	p.page, p.placed = &Page{}, 0
	p.count++
	p.Form.begin(p)
}

// turnOut hands the page over.
func (p *paper) turnOut() {
	if p.page != nil && !p.stopped {
		p.stopped = !p.yield(*p.page, nil)
	}
}

// need turns the page unless so many millimetres are left on it.
func (p *paper) need(height float64) {
	if p.y+height > bodyBottom {
		p.turn()
	}
}

// head writes what all numbered pages begin with: whose report it is, title, day; on the first page the filters.
func (p *paper) head() {
	p.page.Numbered = true
	p.y = margin
	p.text(margin, p.y+3, 8, p.fit(p.Company, 8, false, bodyWidth-60), muted)
	day := p.texts.Locale().FormatDate(p.Day)
	if p.Author != "" {
		day += " · " + p.Author
	}
	p.textRight(PageWidth-margin, p.y+3, 8, p.fit(day, 8, false, 55), muted)
	p.y += 11
	p.text(margin, p.y, 15, p.fit(p.Title, 15, true, bodyWidth), bold)
	p.y += 3
	if p.count == 1 {
		for _, filter := range p.Filters {
			for _, line := range p.wrap(filter, 8, false, bodyWidth) {
				p.y += 4
				p.text(margin, p.y, 8, line, muted)
			}
		}
		p.y += 2
	}
	p.rule(p.y)
	if p.under != "" {
		p.y += 6
		p.text(margin, p.y, 11, p.fit(p.under, 11, true, bodyWidth), bold)
		p.y += 2
	}
	p.y += 2
}

// style is how text looks.
type style int

const (
	plain style = iota
	bold
	muted
)

func (p *paper) text(x, y, points float64, text string, s style) {
	if text != "" {
		p.page.Texts = append(p.page.Texts, Text{X: x, Y: y, Points: points, Bold: s == bold, Muted: s == muted, Text: text})
	}
}

func (p *paper) textRight(x, y, points float64, text string, s style) {
	p.text(x-p.ruler.width(text, points, s == bold), y, points, text, s)
}

func (p *paper) rule(y float64) {
	p.page.Lines = append(p.page.Lines, Line{margin, y, PageWidth - margin, y})
}

// fit cuts a text to a width, with an ellipsis.
func (p *paper) fit(text string, points float64, bold bool, width float64) string {
	if p.ruler.width(text, points, bold) <= width {
		return text
	}
	letters := []rune(text)
	cut := func(n int) string { return strings.TrimRight(string(letters[:n]), " ") + "…" }
	tooLong := sort.Search(len(letters), func(n int) bool { return p.ruler.width(cut(n), points, bold) > width })
	return cut(max(tooLong-1, 0))
}

// wrap breaks a text between words into lines of a width; a word that is too long alone is cut.
func (p *paper) wrap(text string, points float64, bold bool, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && p.ruler.width(line+" "+word, points, bold) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = p.fit(word, points, bold, width)
	}
	return append(lines, line)
}

// format writes a cell as it is read; nothing for no and for nil.
func (p *paper) format(c Column, cell any) string {
	locale := p.texts.Locale()
	switch cell := cell.(type) {
	case nil:
		return ""
	case data.Amount:
		return locale.FormatAmount(cell, c.Places, c.Places)
	case data.Date:
		return locale.FormatDate(cell)
	case int:
		return locale.FormatInt(int64(cell))
	case bool:
		if !cell {
			return ""
		}
		return locale.FormatBool(true)
	}
	return fmt.Sprint(cell)
}

// rightAligned reports whether a cell is a figure.
func rightAligned(cell any) bool {
	switch cell.(type) {
	case data.Amount, int:
		return true
	}
	return false
}
