package page

import (
	"strconv"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/dateformula"
	"campaigndesk/data"
	"campaigndesk/data/filter"
	"campaigndesk/windows/grid"
)

// Tone is the colour of a text that says something.
type Tone = grid.Tone

// The tones.
const (
	Plain   = grid.Plain
	Muted   = grid.Muted
	Good    = grid.Good
	Warning = grid.Warning
	Bad     = grid.Bad
)

// kind says how a field is entered and shown.
type kind int

const (
	kindText kind = iota
	kindCode
	kindAmount
	kindNumber
	kindDate
	kindCheck
	kindChoice
)

// Field is one field of a record T: how it is shown, entered and checked. It is made by Text, Code, Amount, … with a pointer
// into the record, so that one closure serves card, list cell, sorting, filter, export and test.
type Field[T any] struct {
	caption  string // catalogue key and stable name
	kind     kind
	at       func(*T) any // pointer into the record; nil when calculated
	show     func(s *app.Session, r *T) string
	take     func(s *app.Session, r *T, text string) error
	options  []string // catalogue keys of a choice, in the stored order
	width    int      // in characters; 0: by kind
	least    int      // decimals shown
	most     int
	readOnly bool
	hidden   bool // in lists: not shown until the user adds it
	more     bool // on cards: only after "show more"
	required bool
	blank    bool // zero is shown as nothing
	paired   bool // checked together with the other fields of the pair
	chip     bool
	right    bool // a figure shown as a text
	calc     bool // calculated here, not by the table
	filter   bool // holds a filter expression

	editable func(*T) bool
	skip     func(*T) bool // Enter passes it over now (UI-32)
	unsaid   func(*T) bool // shows nothing now
	validate []func(before, after *T) error
	lookup   func(*T) Lookup
	assist   func(*Window, *T)
	drill    func(*T) Page
	tone     func(*T) Tone
	hint     func(*T) string
}

// Text is a field of free text.
func Text[T any](caption string, at func(*T) *string) Field[T] {
	return Field[T]{caption: caption, kind: kindText, at: func(r *T) any { return at(r) },
		show: func(_ *app.Session, r *T) string { return *at(r) },
		take: func(_ *app.Session, r *T, text string) error {
			*at(r) = strings.TrimSpace(text)
			return nil
		}}
}

// Code is a field that holds a code: upper case, and usually looked up in another table.
func Code[T any, C ~string](caption string, at func(*T) *C) Field[T] {
	return Field[T]{caption: caption, kind: kindCode, at: func(r *T) any { return at(r) },
		show: func(_ *app.Session, r *T) string { return string(*at(r)) },
		take: func(_ *app.Session, r *T, text string) error {
			*at(r) = C(strings.ToUpper(strings.TrimSpace(text)))
			return nil
		}}
}

// Filter is a field that holds a filter expression. Several rows marked in its lookup become one expression (CP-143).
func Filter[T any](caption string, at func(*T) *string) Field[T] {
	f := Text(caption, at)
	f.filter = true
	return f
}

// Amount is a field of money, quantity or per cent, shown with two to five decimals unless Places says otherwise.
func Amount[T any](caption string, at func(*T) *data.Amount) Field[T] {
	f := Field[T]{caption: caption, kind: kindAmount, at: func(r *T) any { return at(r) }, least: 2, most: 5}
	f.take = func(s *app.Session, r *T, text string) (err error) {
		if strings.TrimSpace(text) == "" {
			*at(r) = 0
			return nil
		}
		*at(r), err = s.Locale.ParseAmount(text)
		return err
	}
	return f
}

// Number is a field of a whole number.
func Number[T any](caption string, at func(*T) *int) Field[T] {
	f := Field[T]{caption: caption, kind: kindNumber, at: func(r *T) any { return at(r) }}
	f.show = func(s *app.Session, r *T) string { return s.Locale.FormatInt(int64(*at(r))) }
	f.take = func(s *app.Session, r *T, text string) error {
		if strings.TrimSpace(text) == "" {
			*at(r) = 0
			return nil
		}
		n, err := s.Locale.ParseInt(text)
		*at(r) = int(n)
		return err
	}
	return f
}

// Date is a field of a day, taking the short forms of date entry (DE rules).
func Date[T any](caption string, at func(*T) *data.Date) Field[T] {
	return Field[T]{caption: caption, kind: kindDate, at: func(r *T) any { return at(r) },
		show: func(s *app.Session, r *T) string { return s.Locale.FormatDate(*at(r)) },
		take: func(s *app.Session, r *T, text string) (err error) {
			*at(r), err = dateformula.Parse(text, s.DateContext())
			return err
		}}
}

// Check is a field that is yes or no.
func Check[T any](caption string, at func(*T) *bool) Field[T] {
	return Field[T]{caption: caption, kind: kindCheck, at: func(r *T) any { return at(r) },
		show: func(s *app.Session, r *T) string { return s.Locale.FormatBool(*at(r)) },
		take: func(s *app.Session, r *T, text string) (err error) {
			*at(r), err = s.Locale.ParseBool(text)
			return err
		}}
}

// Choice is a field of an option; options are the catalogue keys of its values in the stored order.
func Choice[T any, E ~int](caption string, at func(*T) *E, options ...string) Field[T] {
	return Field[T]{caption: caption, kind: kindChoice, at: func(r *T) any { return at(r) }, options: options,
		show: func(s *app.Session, r *T) string {
			if i := int(*at(r)); i >= 0 && i < len(options) {
				return s.Texts.T(options[i])
			}
			return strconv.Itoa(int(*at(r)))
		},
		take: func(s *app.Session, r *T, text string) error {
			i, err := chosen(s, options, text)
			*at(r) = E(i)
			return err
		}}
}

// chosen finds the option whose words begin with what was typed.
func chosen(s *app.Session, options []string, typed string) (int, error) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	found := -1
	for i, key := range options {
		caption := strings.ToLower(s.Texts.T(key))
		switch {
		case caption == typed:
			return i, nil
		case typed != "" && found < 0 && strings.HasPrefix(caption, typed):
			found = i
		}
	}
	if found < 0 {
		return 0, data.Msg("not-an-option", typed)
	}
	return found, nil
}

// Calc is a calculated text, never edited.
func Calc[T any](caption string, show func(*T) string) Field[T] {
	return Field[T]{caption: caption, kind: kindText, show: func(_ *app.Session, r *T) string { return show(r) }}.calculated()
}

// CalcAmount is a calculated amount, never edited.
func CalcAmount[T any](caption string, of func(*T) data.Amount) Field[T] {
	return Amount(caption, func(r *T) *data.Amount { a := of(r); return &a }).calculated()
}

// CalcNumber is a calculated whole number, never edited.
func CalcNumber[T any](caption string, of func(*T) int) Field[T] {
	return Number(caption, func(r *T) *int { n := of(r); return &n }).calculated()
}

// CalcDate is a calculated day, never edited.
func CalcDate[T any](caption string, of func(*T) data.Date) Field[T] {
	return Date(caption, func(r *T) *data.Date { d := of(r); return &d }).calculated()
}

func (f Field[T]) calculated() Field[T] { f.calc, f.readOnly = true, true; return f }

// text is what the field shows of a record.
func (f *Field[T]) text(s *app.Session, r *T) string {
	if f.unsaid != nil && f.unsaid(r) {
		return ""
	}
	switch f.kind {
	case kindAmount:
		a := *f.at(r).(*data.Amount)
		if a == 0 && f.blank {
			return ""
		}
		return s.Locale.FormatAmount(a, f.least, f.most)
	case kindNumber:
		if f.blank && *f.at(r).(*int) == 0 {
			return ""
		}
	}
	return f.show(s, r)
}

// checked is whether a check field is set.
func (f *Field[T]) checked(r *T) bool {
	return f.kind == kindCheck && *f.at(r).(*bool)
}

// enter puts what was typed into the record and runs the field's checks. On error the record may be half changed: callers
// give it a copy.
func (f *Field[T]) enter(s *app.Session, r *T, text string) error {
	before := *r
	if err := f.take(s, r, text); err != nil {
		return err
	}
	for _, check := range f.validate {
		if err := check(&before, r); err != nil {
			return err
		}
	}
	return nil
}

// canEdit is whether the field can be entered on the record now.
func (f *Field[T]) canEdit(r *T) bool {
	return !f.readOnly && (f.editable == nil || f.editable(r))
}

// skips is whether Enter passes the field over on the record.
func (f *Field[T]) skips(r *T) bool { return f.skip != nil && f.skip(r) }

// entered is the text that enters what was chosen in a lookup.
func (f *Field[T]) entered(codes []string) string {
	if f.filter {
		return filter.OneOf(codes...)
	}
	return codes[0]
}

// column is the table's column behind the field, blank when it has none and can be neither sorted nor filtered.
func (f *Field[T]) column(table *data.Table[T]) string {
	if table == nil || f.calc || f.at == nil {
		return ""
	}
	name, _ := table.ColumnAt(f.at)
	return name
}

// Width sets the width of the column or field in characters.
func (f Field[T]) Width(characters int) Field[T] { f.width = characters; return f }

// Places sets how many decimals an amount shows: at least and at most.
func (f Field[T]) Places(least, most int) Field[T] { f.least, f.most = least, most; return f }

// ReadOnly makes the field plain text that is never edited (UI-14).
func (f Field[T]) ReadOnly() Field[T] { f.readOnly = true; return f }

// Right aligns a calculated text to the right, as figures are.
func (f Field[T]) Right() Field[T] { f.right = true; return f }

// Hidden leaves the column out until the user adds it.
func (f Field[T]) Hidden() Field[T] { f.hidden = true; return f }

// More shows the field on a card only after "show more" (UI-10).
func (f Field[T]) More() Field[T] { f.more = true; return f }

// Required marks the field with an asterisk; it reminds and does not stop (UI-13).
func (f Field[T]) Required() Field[T] { f.required = true; return f }

// SkipIf lets Enter pass the field over while the condition holds; Tab still stops (UI-32).
func (f Field[T]) SkipIf(condition func(*T) bool) Field[T] { f.skip = condition; return f }

// BlankIf shows nothing while the condition holds: a value that nobody has said yet.
func (f Field[T]) BlankIf(condition func(*T) bool) Field[T] { f.unsaid = condition; return f }

// BlankZero shows nothing instead of 0.
func (f Field[T]) BlankZero() Field[T] { f.blank = true; return f }

// Paired lets the field break a rule for as long as the cursor is in the pair it belongs to, so that two dates can be
// entered in any order (CP-15).
func (f Field[T]) Paired() Field[T] { f.paired = true; return f }

// EditableIf greys the field while the condition does not hold (UI-14).
func (f Field[T]) EditableIf(condition func(*T) bool) Field[T] { f.editable = condition; return f }

// Validate adds a check that runs when the field is entered; it may set other fields of the record, and refuse.
func (f Field[T]) Validate(check func(*T) error) Field[T] {
	return f.ValidateChange(func(_, after *T) error { return check(after) })
}

// ValidateChange is a Validate that knows the record as it was before.
func (f Field[T]) ValidateChange(check func(before, after *T) error) Field[T] {
	f.validate = append(f.validate[:len(f.validate):len(f.validate)], check)
	return f
}

// Lookup offers the records of another table as the user types (UI-15).
func (f Field[T]) Lookup(l Lookup) Field[T] { f.lookup = func(*T) Lookup { return l }; return f }

// LookupFor is a Lookup that depends on the record, as variants depend on the item.
func (f Field[T]) LookupFor(l func(*T) Lookup) Field[T] { f.lookup = l; return f }

// Assist gives the field a button for help with entering it, also on Alt+Right and Shift+F4.
func (f Field[T]) Assist(do func(*Window, *T)) Field[T] { f.assist = do; return f }

// Drill opens the records behind a calculated figure (UI-16).
func (f Field[T]) Drill(open func(*T) Page) Field[T] { f.drill = open; return f }

// Toned colours the field's text.
func (f Field[T]) Toned(tone func(*T) Tone) Field[T] { f.tone = tone; return f }

// Chip shows the field as a state in a tinted chip.
func (f Field[T]) Chip(tone func(*T) Tone) Field[T] { f.chip, f.tone = true, tone; return f }

// Hint shows a grey text in the cell while it is empty (CP-125).
func (f Field[T]) Hint(hint func(*T) string) Field[T] { f.hint = hint; return f }
