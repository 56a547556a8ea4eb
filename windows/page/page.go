// Package page is the page kit: it turns the value that a window file returns into a window of Campaign Desk. A window
// names its table, fields, parts, fact boxes and actions; the kit draws them and owns keys, focus, saving and messages.
//
// There are three kinds of pages, as in Business Central: a [Card] shows one record (with parts it is a document, without a
// table it is a page of figures), a [List] shows the rows of a table or of a calculation, and a [Worksheet] is a list that is edited
// in place. Everything in a page is named by a catalogue key; the key is also what the user's settings are remembered by.
package page

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// Page is what a window shows: a *Card, *List or *Worksheet.
type Page interface {
	// Name is the page's stable name, under which its settings are kept: "campaign-card".
	name() string
	// identity tells two windows of one page apart: the record's key on a card, blank elsewhere.
	identity() string
	// inMain is whether the page is shown in the main window when it is chosen there.
	inMain() bool
	// build makes the page's content for a window.
	build(w *Window) *content
	// pick shows the page as a list to choose codes from; pages that are no lists do nothing.
	pick(w *Window, choose func(codes []string))
}

// Entry is one line of the register of all windows.
type Entry struct {
	Name    string // stable name, the page's own
	Caption string // catalogue key
	Group   string // navigation group: "marketing", "prices", "registers", "setup"; blank: found by search only
	Words   string // catalogue key of further search words, blank if none
	Open    func(s *app.Session) Page

	Count  func(s *app.Session) (int, error) // a number shown beside it in the navigation; nil: none
	Counts []string                          // tables that the number comes from
}

// A record type T is shown field by field; Fields is their order on the card or in the list.
type Fields[T any] []Field[T]

// Card shows one record in FastTabs, with parts below, fact boxes at the side and figures on top.
//
// Without a table it shows what Load calculates; its fields can then be edited in memory, and Save is told of each change.
type Card[T any] struct {
	Name  string
	Title func(r *T) string // the window's title after the page's caption

	Session *app.Session
	Table   *data.Table[T]
	ID      int64             // the record; 0: a new one
	Load    func() (T, error) // what to show when there is no table

	// Finish adds what takes longer to what Load found. It runs beside the windows and must only read; the card shows what
	// Load found, and its parts that they are still calculated, until it is done. Later the old figures stay until the new
	// are there. Nil: nothing takes longer.
	Finish func(r T) (T, error)

	Key     string   // tells its windows apart when there is no table
	Watches []string // further tables whose change makes the card read again

	New       func() T                                          // a new record before anything is entered; nil: the zero value
	Insert    func(w *Window, r *T) error                       // stores a new record; nil: as registers do
	Ask       func(before, after *T) (*app.Question, error)     // to be answered before Save; a nil question asks nothing
	Save      func(w *Window, before, after *T) error           // stores a changed record; nil: as registers do
	Delete    func(w *Window, r *T) error                       // nil: cannot be deleted here
	Answered  func(w *Window, before, after *T, yes bool) error // stores after the question with either answer; nil: Save after Yes
	AskDelete func(r *T) (*app.Question, error)                 // nil: the general question
	Leave     func(r *T) []data.Message                         // what is worth knowing when the card is closed; nil: nothing

	Cues      []Cue[T]
	Tabs      []Tab[T]
	Parts     []Part[T]
	FactBoxes []FactBox[T]
	Actions   []Action[T]
	Chips     func(r *T) []Chip // states shown beside the title
}

// Tab is a FastTab of a card.
type Tab[T any] struct {
	Caption string
	Fields  Fields[T]
	Summary func(r *T) string // shown at the right of the header
	Closed  bool              // closed until the user opens it
}

// Chip is a state in a word, with a tone.
type Chip struct {
	Text string
	Tone Tone
}

// Cue is a figure on top of a page that leads to the records it counts.
type Cue[T any] struct {
	Caption string
	Value   func(r *T) string
	Tone    func(r *T) Tone // nil: plain
	Open    func(r *T) Page
}

// Fact is one line of a fact box.
type Fact struct {
	Caption string // catalogue key
	Text    string // already formatted
	Tone    Tone
	Open    func() Page           // drill-down, nil if there is nothing behind the figure
	Do      func(w *Window) error // instead of Open: does something with what is behind it
}

// FactBox is a box of facts beside a card or list.
type FactBox[T any] struct {
	Caption string
	Facts   func(r *T) ([]Fact, error)
	Watches []string // tables the facts come from
}

// List shows rows that are not edited here. Enter opens the card of the row.
type List[T any] struct {
	Name  string
	Title func() string // after the page's caption, nil if nothing

	Session *app.Session
	Table   *data.Table[T]
	View    func() data.View    // which rows; nil: all
	Rows    func() ([]T, error) // the rows when there is no table
	Watches []string            // further tables whose change makes the list read again

	Fields    Fields[T]
	Card      func(r *T) Page // of a row
	NewCard   func() Page     // of a new record; nil: none can be made here
	Delete    func(w *Window, rows []T) error
	AskDelete func(rows []T) (*app.Question, error) // nil: the general question
	FactBoxes []FactBox[T]
	Actions   []Action[T]
	Empty     string // catalogue key of what an empty list is for
}

// Worksheet is a list that is edited in place: a line is stored when the cursor leaves it (CP-117).
type Worksheet[T any] struct {
	Name  string
	Title func() string

	Session *app.Session
	Table   *data.Table[T]
	View    func() data.View
	Watches []string

	Header    *Header                     // filter fields above the lines, nil if none
	New       func(above *T) T            // a new line; above is the line before it, nil if none. nil: no lines can be added
	Insert    func(w *Window, r *T) error // nil: as registers do
	Save      func(w *Window, before, after *T) error
	Delete    func(w *Window, rows []T) error
	AskDelete func(rows []T) (*app.Question, error)

	Fields    Fields[T]
	FactBoxes []FactBox[T]
	Actions   []Action[T]
	Empty     string
}

// Part is a list on a card: a *ListPart.
type Part[H any] interface {
	caption() string
	buildPart(w *Window, head func() *H) *partContent
}

// ListPart is a list on a card that belongs to the card's record H: editable when New or Save is set.
type ListPart[H, L any] struct {
	Name    string            // catalogue key of the caption, and where settings are kept
	Summary func(h *H) string // at the right of the header
	Session *app.Session
	Table   *data.Table[L]
	View    func(h *H) data.View
	Rows    func(h *H) ([]L, error) // the rows when there is no table
	Watches []string

	New    func(h *H, above *L) L
	Insert func(w *Window, h *H, r *L) error
	Ask    func(before, after *L) *app.Question // to be answered before Save; a nil question asks nothing
	Save   func(w *Window, h *H, before, after *L) error
	Delete func(w *Window, h *H, rows []L) error
	Locked func(h *H) bool // true: read-only now

	Fields    Fields[L]
	Card      func(r *L) Page // Enter on a row, in a part that is not edited
	FactBoxes []FactBox[L]    // about the row under the cursor, beside the card
	Actions   []PartAction[H, L]
	Empty     string
	Closed    bool
	Height    int  // visible rows, 0: as many as there are up to ten
	HideEmpty bool // the part is not shown while it has no rows
}

// Action is something a page can do.
type Action[T any] struct {
	Caption  string // catalogue key; the help text has the key with "-help" added
	Key      string // "Ctrl+F7"; blank: none
	Group    string // catalogue key of its menu; blank: "actions"
	Promoted bool   // a button in the action bar, not only a menu entry
	Primary  bool   // the page's main action
	NoRow    bool   // works without a record; Do is then given nil if there is none
	Enabled  func(r *T) bool

	Do     func(w *Window, r *T) error     // with the record, or the row under the cursor
	DoRows func(w *Window, rows []T) error // instead of Do: with all marked rows
	Open   func(r *T) Page                 // instead of Do: opens a page
}

// PartAction is an action on the rows of a part.
type PartAction[H, L any] struct {
	Caption string
	Key     string
	NoRow   bool
	Enabled func(h *H, r *L) bool
	Do      func(w *Window, h *H, r *L) error
	DoRows  func(w *Window, h *H, rows []L) error
	Open    func(h *H, r *L) Page
}
