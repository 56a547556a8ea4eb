package filter

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The second opinion: expressions are drawn as trees, so what they mean is known without parsing them, and each tree is
// matched by the most obvious code.

// expression is a filter as a tree, and how somebody may type it.
type expression struct {
	typed   string
	either  bool             // has a | outside parentheses
	matches func(v any) bool // nil is a blank column
}

// tight returns the expression as it may stand beside an &.
func (e expression) tight() string {
	if e.either {
		return "(" + e.typed + ")"
	}
	return e.typed
}

func expressions(kind Kind, depth int) *rapid.Generator[expression] {
	return rapid.Custom(func(t *rapid.T) expression {
		shape := 0
		if depth > 0 {
			shape = rapid.IntRange(0, 3).Draw(t, "shape")
		}
		if shape == 0 {
			return leaf(t, kind)
		}
		a := expressions(kind, depth-1).Draw(t, "a")
		if shape == 1 {
			return expression{"( " + a.typed + " )", false, a.matches}
		}
		b := expressions(kind, depth-1).Draw(t, "b")
		if shape == 2 {
			return expression{a.typed + "|" + b.typed, true, func(v any) bool { return a.matches(v) || b.matches(v) }}
		}
		return expression{a.tight() + " &" + b.tight(), false, func(v any) bool { return a.matches(v) && b.matches(v) }}
	})
}

// leaf draws a value, a comparison or a range.
func leaf(t *rapid.T, kind Kind) expression {
	switch kind {
	case Text, Code:
		return textLeaf(t, kind)
	case Date:
		return dateLeaf(t)
	case Int:
		return numberLeaf(t)
	default:
		return optionLeaf(t)
	}
}

const letters = "aAbBzåÅäÄöÖéÉ1[ &|'().<=@%"

func texts(alphabet string) *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune(alphabet)), 0, 4, -1)
}

func textLeaf(t *rapid.T, kind Kind) expression {
	operator := rapid.SampledFrom([]string{"", "=", "<>", "<", "<=", ">", ">=", ".."}).Draw(t, "operator")
	alphabet := letters
	if operator == "" || operator == "=" || operator == "<>" {
		alphabet += "**??"
	}
	draw := func(label string) (text, typed string) {
		text = texts(alphabet).Draw(t, label)
		if kind == Code {
			text = strings.TrimSpace(text)
		}
		typed = text
		if strings.HasPrefix(text, "@") || rapid.Bool().Draw(t, "@") {
			typed = "@" + text
		}
		if strings.ContainsAny(typed, "&|'()<=") || strings.TrimSpace(typed) != typed || typed == "" ||
			strings.Trim(typed, ".") != typed || strings.Contains(typed, "..") || rapid.Bool().Draw(t, "quoted") {
			typed = "'" + strings.ReplaceAll(typed, "'", "''") + "'"
		}
		return text, typed
	}
	value, typed := draw("value")
	compare := func(v any, to string) int {
		if v == nil {
			v = ""
		}
		return slowCompare(v.(string), to, kind)
	}
	return comparison(operator, typed, func(v any) int { return compare(v, value) },
		func(v any) bool {
			if v == nil {
				v = ""
			}
			return slowMatch([]rune(strings.ToLower(v.(string))), []rune(strings.ToLower(value)))
		},
		func() (string, func(v any) int) {
			value, typed := draw("end")
			return typed, func(v any) int { return compare(v, value) }
		})
}

// comparison puts a leaf together: against says how a value lies to the typed one, equal whether it matches, and end
// draws the right end of a range.
func comparison(operator, typed string, against func(any) int, equal func(any) bool, end func() (string, func(any) int)) expression {
	switch operator {
	case "<>":
		return expression{"<> " + typed, false, func(v any) bool { return !equal(v) }}
	case "<":
		return expression{"<" + typed, false, func(v any) bool { return against(v) < 0 }}
	case "<=":
		return expression{"<=" + typed, false, func(v any) bool { return against(v) <= 0 }}
	case ">":
		return expression{"> " + typed, false, func(v any) bool { return against(v) > 0 }}
	case ">=":
		return expression{">=" + typed, false, func(v any) bool { return against(v) >= 0 }}
	case "..":
		to, against2 := end()
		return expression{typed + " .. " + to, false, func(v any) bool { return against(v) >= 0 && against2(v) <= 0 }}
	default:
		return expression{operator + typed, false, equal}
	}
}

// slowMatch tries everything that a star can stand for.
func slowMatch(text, pattern []rune) bool {
	switch {
	case len(pattern) == 0:
		return len(text) == 0
	case pattern[0] == '*':
		return slowMatch(text, pattern[1:]) || len(text) > 0 && slowMatch(text[1:], pattern)
	case len(text) == 0:
		return false
	default:
		return (pattern[0] == '?' || pattern[0] == text[0]) && slowMatch(text[1:], pattern[1:])
	}
}

// slowCompare looks characters up in an alphabet. In Swedish order é counts as e, which letters does not have, until all
// else is equal.
func slowCompare(a, b string, kind Kind) int {
	places := func(text, alphabet string) []int {
		var places []int
		for _, r := range strings.ToLower(text) {
			places = append(places, slices.Index([]rune(alphabet), r))
		}
		return places
	}
	alphabet := " %&'().1<=@abézåäö[|"
	if kind == Code {
		alphabet = " %&'().1<=@abz[|äåéö" // codes lie in the order they are stored in
	}
	return slices.Compare(places(a, alphabet), places(b, alphabet))
}

var someDays = []string{"2026-03-14", "2026-03-15", "2026-03-16", "2026-03-18", "2026-03-22", "2026-03-23"}

func dateLeaf(t *rapid.T) expression {
	if rapid.IntRange(0, 5).Draw(t, "blank") == 0 {
		if rapid.Bool().Draw(t, "not") {
			return expression{"<>''", false, func(v any) bool { return v != nil && v != "" }}
		}
		return expression{"''", false, func(v any) bool { return v == nil || v == "" }}
	}
	against := func(typed string) func(any) int {
		first, last := typed, typed
		if typed == "week" {
			first, last = "2026-03-16", "2026-03-22"
		}
		return func(v any) int {
			return max(strings.Compare(v.(string), last), 0) + min(strings.Compare(v.(string), first), 0)
		}
	}
	words := rapid.SampledFrom(append([]string{"week"}, someDays...))
	typed := words.Draw(t, "day")
	operator := rapid.SampledFrom([]string{"", "<>", "<", "<=", ">", ">=", ".."}).Draw(t, "operator")
	e := comparison(operator, typed, against(typed), func(v any) bool { return against(typed)(v) == 0 },
		func() (string, func(any) int) {
			to := words.Draw(t, "end")
			return to, against(to)
		})
	return expression{e.typed, false, func(v any) bool {
		if v == nil || v == "" {
			return operator == "<>"
		}
		return e.matches(v)
	}}
}

var someNumbers = []string{"-2", "-1", "0", "1", "2"}

func numberLeaf(t *rapid.T) expression {
	against := func(typed string) func(any) int {
		return func(v any) int {
			if v == nil {
				v = 0
			}
			return v.(int) - (slices.Index(someNumbers, typed) - 2)
		}
	}
	typed := rapid.SampledFrom(someNumbers).Draw(t, "number")
	operator := rapid.SampledFrom([]string{"", "=", "<>", "<", "<=", ">", ">=", ".."}).Draw(t, "operator")
	return comparison(operator, typed, against(typed), func(v any) bool { return against(typed)(v) == 0 },
		func() (string, func(any) int) {
			to := rapid.SampledFrom(someNumbers).Draw(t, "end")
			return to, against(to)
		})
}

func optionLeaf(t *rapid.T) expression {
	options := columnOf(Option).Options
	against := func(n int) func(any) int {
		return func(v any) int {
			if v == nil {
				v = 0
			}
			return v.(int) - n
		}
	}
	caption := func(n int) string { return OneOf(strings.TrimSpace(options[n])) }
	n := rapid.IntRange(0, 4).Draw(t, "option")
	operator := rapid.SampledFrom([]string{"", "=", "<>", "<", "<=", ">", ">=", ".."}).Draw(t, "operator")
	return comparison(operator, caption(n), against(n), func(v any) bool { return against(n)(v) == 0 },
		func() (string, func(any) int) {
			to := rapid.IntRange(0, 4).Draw(t, "end")
			return caption(to), against(to)
		})
}

// values draws a small table of one column.
func values(t *rapid.T, kind Kind) []any {
	one := rapid.Custom(func(t *rapid.T) any {
		if rapid.IntRange(0, 6).Draw(t, "blank") == 0 {
			return nil
		}
		switch kind {
		case Text:
			return texts(letters).Draw(t, "text")
		case Code:
			return Fold(strings.TrimSpace(texts(letters).Draw(t, "code")))
		case Date:
			return rapid.SampledFrom(append([]string{""}, someDays...)).Draw(t, "date")
		case Int:
			return rapid.IntRange(-2, 2).Draw(t, "number")
		default:
			return rapid.IntRange(0, 4).Draw(t, "option")
		}
	})
	return rapid.SliceOfN(one, 1, 12).Draw(t, "values")
}

func TestFilterEqualsSecondOpinion(t *testing.T) {
	for name, kind := range map[string]Kind{"text": Text, "code": Code, "date": Date, "number": Int, "option": Option} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				e := expressions(kind, 3).Draw(t, "expression")
				table := values(t, kind)
				clause, err := Compile(e.typed, columnOf(kind), reader)
				if err != nil {
					t.Fatalf("%s: %v", e.typed, err)
				}
				got, err := found(table, clause)
				if err != nil {
					t.Fatal(err)
				}
				want := slices.DeleteFunc(slices.Clone(table), func(v any) bool { return !e.matches(v) })
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s compiled to %s %v: %s", e.typed, clause.SQL, clause.Args, diff)
				}
			})
		})
	}
}

// Whatever is typed either is an error with a place in the text or a condition that SQLite accepts.
func TestAnyTextIsAnErrorOrValid(t *testing.T) {
	tokens := rapid.SampledFrom([]string{"a", "Å", "'", "''", "(", ")", "|", "&", "..", ".", "<", ">", "=", "<>", "*", "?", "@", "[", "%me",
		" ", "1", "-", ",", "week", "t", "yes", "Customer", "\x00", "\xff", "\U0010FFFF", "\uD7FF", "\u0301", "\n"})
	columns := []Column{columnOf(Text), columnOf(Code), columnOf(Amount), columnOf(Int), columnOf(Date), columnOf(Bool), columnOf(Option)}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(tokens, 0, 12).Draw(t, "tokens"), "")
		if rapid.Bool().Draw(t, "anything") {
			text = rapid.String().Draw(t, "text")
		}
		for _, col := range columns {
			clause, err := Compile(text, col, reader)
			if err != nil {
				if fault := err.(*Error); fault.Pos < 1 || fault.Pos > len([]rune(text))+1 {
					t.Fatalf("%q: %v lies outside the text", text, err)
				}
				continue
			}
			if _, err := found(list("a", 1, nil), clause); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
		}
		if _, err := found(list("a", 1, nil), Search(text, columns, reader)); err != nil {
			t.Fatalf("search %q: %v", text, err)
		}
	})
}

func TestOneOfFindsExactlyTheValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := values(t, Text)
		var marked []string
		for _, v := range table {
			if text, ok := v.(string); ok && rapid.Bool().Draw(t, "marked") {
				marked = append(marked, text)
			}
		}
		if marked == nil {
			return
		}
		clause, err := Compile(OneOf(marked...), columnOf(Text), reader)
		if err != nil {
			t.Fatalf("%s: %v", OneOf(marked...), err)
		}
		got, err := found(table, clause)
		if err != nil {
			t.Fatal(err)
		}
		want := slices.DeleteFunc(slices.Clone(table), func(v any) bool {
			if v == nil {
				v = ""
			}
			return !slices.ContainsFunc(marked, func(m string) bool { return strings.EqualFold(m, v.(string)) })
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s: %s", OneOf(marked...), diff)
		}
	})
}

func TestFoldIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if folded := Fold(text); Fold(folded) != folded {
			t.Fatalf("folded twice: %q becomes %q", folded, Fold(folded))
		}
	})
}
