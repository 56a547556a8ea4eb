package filter

import (
	"strings"
	"unicode"
)

// Search returns the condition of the list search (F3): every word must occur in some text or code column, each where it
// likes and in any order (FX-35). A word in apostrophes, or one with * or ?, must match a whole column as in a filter
// (FX-36). A text that as a whole reads as a date or a date word also finds that day in the date columns; it needs three
// characters, because one or two letters or digits nearly always are some date.
// Columns of other kinds are not searched. Every text is a valid search; a blank one is no condition.
func Search(text string, columns []Column, env Env) Clause {
	words := searchWords(text)
	if len(words) == 0 {
		return Clause{}
	}
	var found []Clause
	for _, w := range words {
		found = append(found, w.anywhere(columns))
	}
	return or(append([]Clause{and(found...)}, onDate(strings.TrimSpace(text), columns, env)...)...)
}

// searchWord is a word of a search in folded form.
type searchWord struct {
	text  string
	whole bool // must match the whole column
}

// The first words and characters count, so that a page pasted into the search box cannot choke the database.
const maxWords, maxCharacters = 20, 1000

func searchWords(text string) []searchWord {
	if runes := []rune(text); len(runes) > maxCharacters {
		text = string(runes[:maxCharacters])
	}
	var words []searchWord
	for len(words) < maxWords {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
		if text == "" {
			break
		}
		var word string
		quoted := text[0] == '\''
		if quoted {
			word, text, _ = strings.Cut(text[1:], "'") // the closing one may not have been typed yet
		} else if end := strings.IndexFunc(text, unicode.IsSpace); end >= 0 {
			word, text = text[:end], text[end:]
		} else {
			word, text = text, ""
		}
		if word != "" {
			words = append(words, searchWord{Fold(word), quoted || wild(word)})
		}
	}
	return words
}

// anywhere writes the condition that the word is found in at least one column.
func (w searchWord) anywhere(columns []Column) Clause {
	var places []Clause
	for _, col := range columns {
		switch {
		case col.Kind != Text && col.Kind != Code:
		case w.whole:
			places = append(places, like(col, w.text))
		default:
			places = append(places, contains(col, w.text))
		}
	}
	if len(places) == 0 {
		return Clause{SQL: "0"}
	}
	return or(places...)
}

func onDate(text string, columns []Column, env Env) []Clause {
	if env.Date == nil || len([]rune(text)) < 3 {
		return nil
	}
	first, last, err := env.Date(text)
	if err != nil {
		return nil
	}
	var days []Clause
	for _, col := range columns {
		if col.Kind == Date {
			days = append(days, compare(col.SQL, "=", first, last))
		}
	}
	return days
}
