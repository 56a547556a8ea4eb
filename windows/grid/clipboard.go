package grid

import (
	"strings"

	"fyne.io/fyne/v2"
)

// copy puts the selected rows on the clipboard as lines of tab-separated texts, under a line of captions if there
// are several; in a worksheet a single row gives only the cursor's cell.
func (g *Grid) copy(clipboard fyne.Clipboard) {
	rows := g.Selected()
	if len(rows) == 0 || len(g.view) == 0 {
		return
	}
	if len(rows) == 1 && g.editable() && g.picked.empty() {
		clipboard.SetContent(g.copied(rows[0], g.view[g.col]))
		return
	}
	var b strings.Builder
	if len(rows) > 1 {
		for i, c := range g.view {
			tab(&b, i)
			b.WriteString(flat(c.Caption))
		}
		b.WriteByte('\n')
	}
	for _, row := range rows {
		for i, c := range g.view {
			tab(&b, i)
			b.WriteString(g.copied(row, c))
		}
		b.WriteByte('\n')
	}
	clipboard.SetContent(b.String())
}

// copied is the text of a cell on the clipboard.
func (g *Grid) copied(row int, c *column) string {
	cell := g.src.Cell(row, c.ID)
	if c.Check && cell.Text == "" {
		if cell.Checked {
			return Checked
		}
		return Unchecked
	}
	return flat(cell.Text)
}

// paste hands the clipboard to the editor as a block that starts at the cursor; false in a list.
func (g *Grid) paste(clipboard fyne.Clipboard) bool {
	e := g.editor()
	if e == nil || len(g.view) == 0 {
		return false
	}
	block := parseBlock(clipboard.Content())
	if len(block) == 0 {
		return true
	}
	columns := make([]string, 0, len(g.view)-g.col)
	for _, c := range g.view[g.col:] {
		columns = append(columns, c.ID)
	}
	g.refuse(e.Paste(g.row, columns, block))
	g.Refresh()
	return true
}

// parseBlock reads lines of tab-separated texts as spreadsheets write them.
func parseBlock(text string) [][]string {
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if text == "" {
		return nil
	}
	var block [][]string
	for line := range strings.SplitSeq(text, "\n") {
		block = append(block, strings.Split(line, "\t"))
	}
	return block
}

func tab(b *strings.Builder, i int) {
	if i > 0 {
		b.WriteByte('\t')
	}
}

// flat puts a text on one line and into one field.
func flat(text string) string {
	if !strings.ContainsAny(text, "\t\r\n") {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\r' || r == '\n' }), " ")
}
