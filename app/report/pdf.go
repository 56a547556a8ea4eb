package report

import (
	"context"
	"fmt"
	"iter"
	"os"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/exchange"
	"campaigndesk/assets"
	"campaigndesk/data"

	"codeberg.org/go-pdf/fpdf"
)

const (
	face     = "noto"
	boldFace = "B"
)

// maxPages is more than anybody prints, and as much as takes a few seconds and some hundred megabytes of memory.
const maxPages = 5000

// newDocument is an empty PDF that knows the faces.
func newDocument() *fpdf.Fpdf {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddUTF8FontFromBytes(face, "", assets.FontRegular)
	pdf.AddUTF8FontFromBytes(face, boldFace, assets.FontBold)
	return pdf
}

// ruler measures text in millimetres, with a document that gets no page.
type ruler struct{ pdf *fpdf.Fpdf }

func newRuler() ruler { return ruler{newDocument()} }

func (r ruler) width(text string, points float64, bold bool) float64 {
	r.pdf.SetFont(face, fontStyle(bold), points)
	return r.pdf.GetStringWidth(printable(text))
}

func fontStyle(bold bool) string {
	if bold {
		return boldFace
	}
	return ""
}

// printable leaves out of a text what the faces cannot have: control characters, and letters outside the basic plane.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ':
			return ' '
		case r > 0xFFFD:
			return '\uFFFD'
		}
		return r
	}, text)
}

// WritePDF writes the report as a PDF file in place of path, complete or not at all. It refuses one of very many pages.
func (r Report) WritePDF(ctx context.Context, path string, progress app.Progress) error {
	return exchange.ReplaceFile(path, func(file *os.File) error {
		pdf, err := r.pdf(ctx, progress)
		if err != nil {
			return err
		}
		return pdf.Output(file)
	})
}

func (r Report) pdf(ctx context.Context, progress app.Progress) (*fpdf.Fpdf, error) {
	pdf := newDocument()
	pdf.SetTitle(r.Title, true)
	pdf.SetAuthor(r.Company, true)
	pdf.SetLang(r.texts.Language())
	pdf.SetCreator("Campaign Desk", true)
	r.Sections = r.watched(ctx, progress)
	var numbered []int
	for page, err := range r.Pages() {
		if err != nil {
			return nil, err
		}
		if pdf.PageCount() == maxPages {
			return nil, data.Msg("report-too-long", maxPages)
		}
		drawPage(pdf, page)
		if page.Numbered {
			numbered = append(numbered, pdf.PageNo())
		}
	}
	// How many pages there are is known only now.
	measure := newRuler()
	for _, number := range numbered {
		pdf.SetPage(number)
		drawText(pdf, pageNumber(measure, number, len(numbered)))
	}
	pdf.SetPage(pdf.PageCount())
	return pdf, pdf.Error()
}

// Number puts their numbers on the pages of a whole report that get one.
func Number(pages []Page) {
	measure := newRuler()
	numbered := 0
	for _, page := range pages {
		if page.Numbered {
			numbered++
		}
	}
	for i, page := range pages {
		if page.Numbered {
			pages[i].Texts = append(page.Texts, pageNumber(measure, i+1, numbered))
		}
	}
}

// pageNumber stands at the foot of a page: "1 (3)".
func pageNumber(measure ruler, number, of int) Text {
	text := Text{Points: 8, Muted: true, Y: PageHeight - 10, Text: fmt.Sprintf("%d (%d)", number, of)}
	text.X = PageWidth - margin - measure.width(text.Text, text.Points, false)
	return text
}

// watched hands the sections on, tells how many, and ends when the user cancels.
func (r Report) watched(ctx context.Context, progress app.Progress) iter.Seq2[Section, error] {
	return func(yield func(Section, error) bool) {
		done := 0
		for section, err := range r.Sections {
			if err == nil {
				err = ctx.Err()
			}
			if !yield(section, err) || err != nil {
				return
			}
			done++
			progress(done, r.Total)
		}
	}
}

func drawPage(pdf *fpdf.Fpdf, page Page) {
	pdf.AddPage()
	pdf.SetLineWidth(0.15)
	pdf.SetDrawColor(150, 158, 166)
	for _, line := range page.Lines {
		pdf.Line(line.X1, line.Y1, line.X2, line.Y2)
	}
	pdf.SetDrawColor(30, 42, 54)
	for _, box := range page.Boxes {
		pdf.Rect(box.X, box.Y, box.Side, box.Side, "D")
	}
	for _, text := range page.Texts {
		drawText(pdf, text)
	}
}

// drawText writes in the colours of the windows: text #1E2A36, muted #66727F.
func drawText(pdf *fpdf.Fpdf, text Text) {
	if text.Muted {
		pdf.SetTextColor(0x66, 0x72, 0x7F)
	} else {
		pdf.SetTextColor(0x1E, 0x2A, 0x36)
	}
	pdf.SetFont(face, fontStyle(text.Bold), text.Points)
	pdf.Text(text.X, text.Y, printable(text.Text))
}
