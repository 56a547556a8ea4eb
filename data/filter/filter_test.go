package filter

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"modernc.org/sqlite"
)

var db *sql.DB

func TestMain(m *testing.M) {
	for name, function := range map[string]func(string) string{"fold": Fold, "sortkey": SortKey} {
		sqlite.MustRegisterDeterministicScalarFunction(name, 1,
			func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
				if text, ok := args[0].(string); ok {
					return function(text), nil
				}
				return args[0], nil
			})
	}
	var err error
	if db, err = sql.Open("sqlite", ":memory:"); err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(1)
	os.Exit(m.Run())
}

// reader is Swedish: decimal comma, work date and today 2026-03-18, a Wednesday.
var reader = Env{
	Date: func(text string) (string, string, error) {
		days := map[string][2]string{
			"t": {"2026-03-18", "2026-03-18"}, "<cm>": {"2026-03-31", "2026-03-31"},
			"week": {"2026-03-16", "2026-03-22"}, "month": {"2026-03-01", "2026-03-31"}, "idag": {"2026-03-18", "2026-03-18"},
			"today - 15d": {"2026-03-03", "2026-03-03"}, "t+<1d>": {"2026-03-19", "2026-03-19"},
		}
		if period, ok := days[strings.ToLower(text)]; ok {
			return period[0], period[1], nil
		}
		if len(text) == 2 && text > "00" && text < "32" {
			return "2026-03-" + text, "2026-03-" + text, nil
		}
		if len(text) == 10 && text[4] == '-' {
			return text, text, nil
		}
		return "", "", errors.New("no date")
	},
	Amount: func(text string) (int64, error) {
		n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
		return int64(n * 100_000), err
	},
	Me:  "EV",
	Yes: []string{"ja", "yes"},
	No:  []string{"nej", "no"},
}

func columnOf(kind Kind) Column {
	col := Column{SQL: "v", Kind: kind}
	if kind == Option {
		col.Options = []string{" ", "Customer", "Customer Price Group", "All Customers", "Campaign"}
	}
	return col
}

// found returns the values that meet the condition, in the order given; nil stands for NULL.
func found(values []any, clause Clause) ([]any, error) {
	if clause.SQL == "" {
		return values, nil
	}
	var args []any
	for i, v := range values {
		args = append(args, i, v)
	}
	rows, err := db.Query("WITH list(n, v) AS (VALUES "+strings.TrimPrefix(strings.Repeat(", (?, ?)", len(values)), ", ")+
		") SELECT n FROM list WHERE "+clause.SQL+" ORDER BY n", append(args, clause.Args...)...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", clause.SQL, err)
	}
	defer rows.Close()
	hits := []any{}
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		hits = append(hits, values[n])
	}
	return hits, rows.Err()
}

func list(values ...any) []any { return append([]any{}, values...) }

func TestFilter(t *testing.T) {
	names := list("man", "Man", "Manny", "woman", "Cook", "disco", "Hansen", "Hanson", "J & V AB", "", nil)
	swedish := list("ål", "Ål", "Al", "Äng", "Öst", "idé", "IDÉ", "ide", "zebra")
	codes := list("A", "AB", "B", "D", "DA", "EV", "10000", "10042", "100000", "", nil)
	numbers := list(-5, 0, 1100, 1200, 1300, 2100, 5999, 8300, nil)
	amounts := list(0, 150_000, 200_000, nil)
	dates := list("2026-02-28", "2026-03-03", "2026-03-15", "2026-03-16", "2026-03-18", "2026-03-19", "2026-03-22", "2026-03-31", "", nil)
	flags, options := list(0, 1, nil), list(0, 1, 2, 3, 4, nil)

	tests := []struct {
		rule, expr string
		kind       Kind
		values     []any
		want       []any
	}{
		// grammar and blanks
		{"FX-2 & binds before |", "Man*&*y|Cook", Text, names, list("Manny", "Cook")},
		{"FX-2 parentheses bind first", "(man*|cook)&*n", Text, names, list("man", "Man")},
		{"FX-2 comparison binds before &", "<>man*&<>*a*&<>''", Text, names, list("Cook", "disco")},
		{"FX-2 blanks around operators", " ( man | cook ) & <> cook ", Text, names, list("man", "Man")},
		{"FX-2 doubled apostrophe", "'Rosa''s'", Text, list("Rosa's", "Rosas"), list("Rosa's")},
		{"FX-2 apostrophe inside a plain value", "O'Brien", Text, list("O'Brien", "OBrien"), list("O'Brien")},
		{"FX-3 nothing is no filter", "  ", Text, names, names},
		{"FX-3 blank text", "''", Text, names, list("", nil)},
		{"FX-3 non-blank text", "<>''", Text, list("a", "", nil), list("a")},
		{"FX-3 blank code", "''", Code, codes, list("", nil)},
		{"FX-3 non-blank code", "<>''", Code, list("A", "", nil), list("A")},
		{"FX-4 both ends belong to a range", "1100..1300", Int, numbers, list(1100, 1200, 1300)},
		{"FX-4 up to", "..0", Int, numbers, list(-5, 0, nil)},
		{"FX-4 from", "5999..", Int, numbers, list(5999, 8300)},
		{"FX-4 reversed range", "1300..1100", Int, numbers, list()},

		// text and codes
		{"FX-6 exactly, never case-sensitive (Q-4)", "man", Text, names, list("man", "Man")},
		{"FX-6 codes in upper case", "ab", Code, codes, list("AB")},
		{"FX-7 starts with", "Co*", Text, names, list("Cook")},
		{"FX-7 ends with", "*Co", Text, names, list("disco")},
		{"FX-7 contains", "*Co*", Text, names, list("Cook", "disco")},
		{"FX-7 code starts with", "d*", Code, codes, list("D", "DA")},
		{"FX-7 starts with the last character before a gap in Unicode", "\ud7ff*", Code, list("\ud7ff1", "\ue000"), list("\ud7ff1")},
		{"FX-7 star alone is any text, also blank", "*", Text, names, names},
		{"FX-7 no star alone", "<>*", Text, names, list()},
		{"FX-8 @ changes nothing", "@man*", Text, names, list("man", "Man", "Manny")},
		{"FX-8 @ in the middle is itself", "*@firm.se", Text, list("eva@firm.se", "firm.se"), list("eva@firm.se")},
		{"FX-9 one character", "Hans?n", Text, names, list("Hansen", "Hanson")},
		{"FX-9 at least one character", "?*", Text, list("a", "", nil), list("a")},
		{"FX-9 one character may be Å", "?l", Text, swedish, list("ål", "Ål", "Al")},
		{"FX-10 quoted operators and a star", "'J & V*'", Text, names, list("J & V AB")},
		{"FX-10 @ in quotes", "'@J & V*'", Text, names, list("J & V AB")},
		{"FX-10 brackets are plain", "a[b]*", Text, list("a[b]c", "ab"), list("a[b]c")},
		{"FX-11 not starting with", "<>A*", Code, codes, list("B", "D", "DA", "EV", "10000", "10042", "100000", "", nil)},
		{"FX-11 not this", "<>man", Text, list("man", "Man", "cook", "", nil), list("cook", "", nil)},
		{"FX-12 text range", "A..D", Text, list("a", "Cook", "D", "Da", "", nil), list("a", "Cook", "D")},
		{"FX-12 code range", "A..D", Code, codes, list("A", "AB", "B", "D")},
		{"FX-12 blank is first", "..A", Code, codes, list("A", "10000", "10042", "100000", "", nil)},
		{"FX-13 quoted value", "'man'", Text, names, list("man", "Man")},
		{"FX-14 digits are characters", "10000..10042", Code, codes, list("10000", "10042", "100000")},
		{"FX-15 å is Å but not A", "ål", Text, swedish, list("ål", "Ål")},
		{"FX-15 decomposed Å", "A\u030al", Text, swedish, list("ål", "Ål")},
		{"FX-15 é is É but not E", "IDé", Text, swedish, list("idé", "IDÉ")},
		{"Q-4 Å Ä Ö follow Z in this order", "Z..Ä", Text, swedish, list("ål", "Ål", "zebra")},
		{"Q-4 Swedish order of comparisons", ">ål", Text, swedish, list("Äng", "Öst")},
		{"Q-4 accents do not move a word", "ID..IDZ", Text, swedish, list("idé", "IDÉ", "ide")},
		{"FX-34 me", "%me", Code, codes, list("EV")},
		{"FX-34 me in Swedish", "<>%JAG&D*|%user", Code, codes, list("D", "DA", "EV")},
		{"FX-34 quoted me is a text", "'%me'", Code, list("%ME", "EV"), list("%ME")},

		// numbers
		{"FX-17 interval", "1100..2100", Int, numbers, list(1100, 1200, 1300, 2100)},
		{"FX-18 either", "1200|1300", Int, numbers, list(1200, 1300)},
		{"FX-19 not", "<>0", Int, numbers, list(-5, 1100, 1200, 1300, 2100, 5999, 8300)},
		{"FX-19 greater", ">2100", Int, numbers, list(5999, 8300)},
		{"FX-19 at least", ">=2100", Int, numbers, list(2100, 5999, 8300)},
		{"FX-19 less", "<0", Int, numbers, list(-5)},
		{"FX-19 at most, blank is 0", "<=0", Int, numbers, list(-5, 0, nil)},
		{"FX-20 both", ">200&<1200", Int, numbers, list(1100)},
		{"FX-21 value or range", "5999|8100..8490", Int, numbers, list(5999, 8300)},
		{"FX-22 outside", "..1199|1400..", Int, numbers, list(-5, 0, 1100, 2100, 5999, 8300, nil)},
		{"FX-23 decimal comma", "1,5", Amount, amounts, list(150_000)},
		{"FX-23 blank equals 0", "''", Amount, amounts, list(0, nil)},
		{"FX-23 negative", "-5..-1", Int, numbers, list(-5)},

		// yes and no, options
		{"FX-24 yes", "yes", Bool, flags, list(1)},
		{"FX-24 first letter", "J", Bool, flags, list(1)},
		{"FX-24 no, also where nothing is stored", "n", Bool, flags, list(0, nil)},
		{"FX-24 not no", "<>nej", Bool, flags, list(1)},
		{"FX-25 caption", "campaign", Option, options, list(4)},
		{"FX-25 captions", "Campaign|all customers", Option, options, list(3, 4)},
		{"FX-25 whole caption before beginning", "Customer", Option, options, list(1)},
		{"FX-25 beginning", "customer p", Option, options, list(2)},
		{"FX-25 wildcards", "*Customer*", Option, options, list(1, 2, 3)},
		{"FX-25 not", "<>C*", Option, options, list(0, 3, nil)},
		{"FX-25 blank", "''", Option, options, list(0, nil)},
		{"FX-25 order", ">=Customer Price Group", Option, options, list(2, 3, 4)},
		{"FX-25 range", "Customer..All", Option, options, list(1, 2, 3)},
		{"FX-25 up to", "..Customer", Option, options, list(0, 1, nil)},
		{"FX-25 less", "<Customer", Option, options, list(0, nil)},
		{"FX-25 nothing less", "<''", Option, options, list()},
		{"FX-25 at most", "<=Customer", Option, options, list(0, 1, nil)},
		{"FX-25 greater", ">All", Option, options, list(4)},

		// dates
		{"FX-26 day", "18", Date, dates, list("2026-03-18")},
		{"FX-27 period", "week", Date, dates, list("2026-03-16", "2026-03-18", "2026-03-19", "2026-03-22")},
		{"FX-27 outside a period, also blank", "<>week", Date, dates, list("2026-02-28", "2026-03-03", "2026-03-15", "2026-03-31", "", nil)},
		{"FX-27 before a period", "<week", Date, dates, list("2026-02-28", "2026-03-03", "2026-03-15")},
		{"FX-27 after a period", ">week", Date, dates, list("2026-03-31")},
		{"FX-27 a period or before", "<=week", Date, dates[4:], list("2026-03-18", "2026-03-19", "2026-03-22")},
		{"FX-27 a period or after", ">=week", Date, dates[:5], list("2026-03-16", "2026-03-18")},
		{"FX-28 formula in angle brackets", "<CM>", Date, dates, list("2026-03-31")},
		{"FX-28 not before a formula in brackets", "t+<1D>..", Date, dates, list("2026-03-19", "2026-03-22", "2026-03-31")},
		{"FX-29 word and formula with blanks", "TODAY - 15D", Date, dates, list("2026-03-03")},
		{"FX-30 first day of the left, last day of the right", "week..month", Date, dates, list("2026-03-16", "2026-03-18", "2026-03-19", "2026-03-22", "2026-03-31")},
		{"FX-31 parts on their own", "15|(t|31)", Date, dates, list("2026-03-15", "2026-03-18", "2026-03-31")},
		{"FX-33 blank", "''", Date, dates, list("", nil)},
		{"FX-33 not blank", "<>''", Date, dates[6:], list("2026-03-22", "2026-03-31")},
		{"FX-33 a range never finds blank", "..t", Date, dates, list("2026-02-28", "2026-03-03", "2026-03-15", "2026-03-16", "2026-03-18")},
		{"FX-33 blank and a range", "''|..14", Date, dates, list("2026-02-28", "2026-03-03", "", nil)},
		{"FX-33 outside", "..14|30..", Date, dates, list("2026-02-28", "2026-03-03", "2026-03-31")},
		{"ISO days contain the minus sign", "2026-03-15..2026-03-16", Date, dates, list("2026-03-15", "2026-03-16")},
	}
	for _, test := range tests {
		t.Run(test.rule, func(t *testing.T) {
			clause, err := Compile(test.expr, columnOf(test.kind), reader)
			if err != nil {
				t.Fatal(err)
			}
			got, err := found(test.values, clause)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s compiled to %s %v: %s", test.expr, clause.SQL, clause.Args, diff)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	lonely := reader
	lonely.Me = ""
	tests := []struct {
		expr string
		kind Kind
		key  string
		pos  int
	}{
		{"a|", Text, "filter-value-missing", 3},
		{"..", Text, "filter-value-missing", 3},
		{"<>", Text, "filter-value-missing", 3},
		{"a|&b", Text, "filter-value-missing", 3},
		{"()", Text, "filter-value-missing", 2},
		{"a|'b", Text, "filter-quote-unclosed", 3},
		{"a&(b|(c)", Text, "filter-open-unclosed", 3},
		{"(a))", Text, "filter-close-unopened", 4},
		{"Smith (Ltd)", Text, "filter-unexpected", 7},
		{"'a'b", Text, "filter-unexpected", 4},
		{"a=b", Text, "filter-unexpected", 2},
		{"<>a..b", Text, "filter-unexpected", 4},
		{"1..2..3", Int, "filter-unexpected", 5},
		{"(a)b", Text, "filter-unexpected", 4},
		{strings.Repeat("a", 10_001), Text, "filter-too-long", 10_001},
		{"a" + strings.Repeat("|a", 201), Text, "filter-too-many-operators", 402},
		{"a..b*", Text, "filter-wildcard", 4},
		{">a*", Code, "filter-wildcard", 2},
		{"..C*", Option, "filter-wildcard", 3},
		{"A|%me", Code, "filter-nobody", 3},
		{"1|one", Amount, "filter-no-number", 3},
		{"1,5", Int, "filter-no-whole-number", 1},
		{"t..soon", Date, "filter-no-date", 4},
		{"..''", Date, "filter-blank-date", 3},
		{">''", Date, "filter-blank-date", 2},
		{"perhaps", Bool, "filter-no-yes-no", 1},
		{" >no", Bool, "filter-no-order", 2},
		{"x|no..yes", Bool, "filter-no-yes-no", 1},
		{"no..yes", Bool, "filter-no-order", 1},
		{"Vendor", Option, "filter-no-option", 1},
		{"Campaign|V*", Option, "filter-no-option", 10},
		{"C", Option, "filter-several-options", 1},
	}
	english, swedish := catalogue(t, "en"), catalogue(t, "sv")
	untested := catalogue(t, "en")
	for _, hint := range []Hint{ReversedRange, UnequalLengths, NumberRange} {
		delete(untested, string(hint))
	}
	for _, test := range tests {
		t.Run(test.key+" "+test.expr[:min(len(test.expr), 20)], func(t *testing.T) {
			_, err := Compile(test.expr, columnOf(test.kind), lonely)
			var fault *Error
			if !errors.As(err, &fault) {
				t.Fatalf("got %v, want %s", err, test.key)
			}
			if fault.Key != test.key || fault.Pos != test.pos || fault.Args[0] != test.pos {
				t.Errorf("got %s at %d, want %s at %d", fault.Key, fault.Pos, test.key, test.pos)
			}
			for _, texts := range []map[string]string{english, swedish} {
				if text := texts[test.key]; text == "" || strings.Contains(text, "%"+strconv.Itoa(len(fault.Args)+1)) {
					t.Errorf("%s has %d values, its text is %q", test.key, len(fault.Args), text)
				}
			}
		})
		delete(untested, test.key)
	}
	for key := range untested {
		t.Errorf("no expression leads to %s", key)
	}
}

func catalogue(t *testing.T, language string) map[string]string {
	t.Helper()
	file, err := os.ReadFile("../../assets/text/" + language + "/filter.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]string
	if err := json.Unmarshal(file, &texts); err != nil {
		t.Fatal(err)
	}
	return texts
}

func TestLimits(t *testing.T) {
	tests := map[string]string{
		"FX-5 200 operators":     "a" + strings.Repeat("|a", 200),
		"200 nested parentheses": strings.Repeat("(a|(b&", 100) + "c" + strings.Repeat("))", 100),
		"nested to the limit":    strings.Repeat("(", 4999) + "c" + strings.Repeat(")", 4999),
		"longest pattern":        "*" + strings.Repeat("[", 9997) + "?*",
		"many stars":             strings.Repeat("*a", 4999),
	}
	for name, expr := range tests {
		t.Run(name, func(t *testing.T) {
			clause, err := Compile(expr, columnOf(Text), reader)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := found(list("a", "c", strings.Repeat("a", 100)), clause); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestHints(t *testing.T) {
	tests := []struct {
		name, expr string
		kind       Kind
		want       []Hint
	}{
		{"FX-4 reversed numbers", "5..1", Int, []Hint{ReversedRange}},
		{"FX-4 reversed texts in Swedish order", "Ö..Å", Text, []Hint{ReversedRange}},
		{"FX-4 reversed dates", "t..15", Date, []Hint{ReversedRange}},
		{"FX-4 reversed options", "Campaign..Customer", Option, []Hint{ReversedRange}},
		{"FX-4 one part is enough", "1|(2|5..1)", Int, []Hint{ReversedRange}},
		{"FX-14 codes of different lengths", "C9999..C10042", Code, []Hint{ReversedRange, UnequalLengths}},
		{"FX-14 codes of one length", "10000..10042", Code, []Hint{NumberRange}},
		{"FX-14 no numbers", "A..ZZ", Code, nil},
		{"FX-14 texts are no codes", "1..20", Text, nil},
		{"nothing to say", "1..5|..7|7..", Int, nil},
		{"a period is no reversed range", "week..t", Date, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			clause, err := Compile(test.expr, columnOf(test.kind), reader)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, clause.Hints); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestValuesAreNeverPartOfTheSQL(t *testing.T) {
	for _, expr := range []string{"x'; DROP TABLE list; --", "'zzz'|zzz*|*zzz|*zzz*|<>zzz|zzz..zzz"} {
		for _, kind := range []Kind{Text, Code} {
			clause, err := Compile(expr, columnOf(kind), reader)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(strings.ToUpper(clause.SQL), "ZZZ") || strings.Contains(clause.SQL, "DROP") {
				t.Errorf("%s: %s", expr, clause.SQL)
			}
		}
	}
	for text := range strings.FieldsSeq("zzz zzz* 'zzz'") {
		if clause := Search(text, []Column{columnOf(Text), columnOf(Code)}, reader); strings.Contains(clause.SQL, "ZZZ") {
			t.Errorf("search %s: %s", text, clause.SQL)
		}
	}
}

// Codes are keys: what can be answered by an index must be.
func TestCodesUseTheirIndex(t *testing.T) {
	if _, err := db.Exec("CREATE TABLE IF NOT EXISTS item (no TEXT PRIMARY KEY NOT NULL, price INTEGER, day TEXT) STRICT"); err != nil {
		t.Fatal(err)
	}
	for _, expr := range []string{"1000", "10*", "1000..2000", "1000|2000", "10*|20*", "A..", ">A&<C", "%me"} {
		t.Run(expr, func(t *testing.T) {
			clause, err := Compile(expr, Column{SQL: "item.no", Kind: Code}, reader)
			if err != nil {
				t.Fatal(err)
			}
			var id, parent, unused int
			var plan string
			if err := db.QueryRow("EXPLAIN QUERY PLAN SELECT price FROM item WHERE "+clause.SQL, clause.Args...).Scan(&id, &parent, &unused, &plan); err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(plan, "SCAN") {
				t.Errorf("%s: %s", clause.SQL, plan)
			}
		})
	}
}

func TestFold(t *testing.T) {
	for _, test := range [][2]string{
		{"", ""}, {"abc-1", "ABC-1"}, {"åäöé", "ÅÄÖÉ"}, {"A\u030a e\u0301", "Å É"}, {"Straße", "STRAßE"},
	} {
		if got := Fold(test[0]); got != test[1] {
			t.Errorf("Fold(%q) = %q, want %q", test[0], got, test[1])
		}
	}
}

func TestSortKeyIsSwedish(t *testing.T) {
	words := strings.Fields("10 9 A Ev Év Eva EVB Évb EW Zebra Zz Å Ål Ä Æ Äx Ö Øst Östra")
	for i, word := range words[1:] {
		if SortKey(words[i]) >= SortKey(word) {
			t.Errorf("%s should precede %s", words[i], word)
		}
	}
}
