package windows

import (
	"campaigndesk/app/exchange"
	"campaigndesk/windows/page"
)

// What the import window says of itself in the headers of its parts.

func (i *importing) sizeInWords() string {
	if i.table == nil {
		return ""
	}
	return i.s.Texts.T("rows-and-columns", i.survey.Rows, len(i.table.Headings))
}

func (i *importing) layoutInWords() string {
	switch {
	case i.table == nil:
		return ""
	case i.table.Sheets != nil:
		return i.s.Texts.T("layout-of-workbook", i.choices.Sheet)
	}
	return i.s.Texts.T("layout-of-text", string(i.table.Layout.Encoding), i.choices.Delimiter)
}

func (i *importing) folderInWords() string {
	files, err := i.inFolder()
	if err != nil || i.table == nil {
		return ""
	}
	imported := 0
	for _, f := range files {
		if i.done[f.Path] {
			imported++
		}
	}
	return i.s.Texts.T("files-imported", imported, len(files))
}

func (i *importing) mappedInWords() string {
	if i.table == nil {
		return ""
	}
	mapped := 0
	for _, id := range i.mapping.Columns {
		if id != "" {
			mapped++
		}
	}
	return i.s.Texts.T("columns-mapped", mapped, len(i.mapping.Columns))
}

func (i *importing) fixedInWords() string {
	if len(i.mapping.Fixed) == 0 {
		return ""
	}
	return i.s.Texts.T("values-given", len(i.mapping.Fixed))
}

func (i *importing) reportInWords() string {
	t := i.s.Texts
	switch {
	case i.table == nil:
		return ""
	case i.report == nil:
		return t.T("rows-not-checked")
	}
	n := i.report.Counts
	said := t.T("rows-judged", n[exchange.New], n[exchange.Changed], n[exchange.Same], n[exchange.Faulty])
	if len(i.report.Codes) > 0 {
		said += " · " + t.T("codes-to-create", len(i.report.Codes))
	}
	return said
}

// delimiters are the usual ones with their words.
var delimiters = []struct{ sign, caption string }{
	{",", "delimiter-comma"}, {";", "delimiter-semicolon"}, {"\t", "delimiter-tab"}, {"|", "delimiter-bar"}, {"", "delimiter-none"},
}

func (i *importing) delimiterInWords(sign string) string {
	for _, d := range delimiters {
		if d.sign == sign {
			return i.s.Texts.T(d.caption)
		}
	}
	return sign
}

// delimiterMeant is the delimiter of a word, or the signs themselves.
func (i *importing) delimiterMeant(word string) string {
	for _, d := range delimiters {
		if i.s.Texts.T(d.caption) == word {
			return d.sign
		}
	}
	return word
}

func (i *importing) delimiterLookup() page.Lookup {
	return page.LookupAmong(func() [][]string {
		var rows [][]string
		for _, d := range delimiters {
			rows = append(rows, []string{i.s.Texts.T(d.caption)})
		}
		return rows
	}, "delimiter")
}

func (i *importing) sheets() [][]string {
	var rows [][]string
	for _, sheet := range i.table.Sheets {
		rows = append(rows, []string{sheet})
	}
	return rows
}
