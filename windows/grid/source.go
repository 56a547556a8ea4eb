package grid

// Tone is the theme colour of a cell's text. It never stands alone: a word or a number always says the same.
type Tone int

// The tones. Link is drawn in the accent colour and asks OnDrill when it is clicked.
const (
	Plain Tone = iota
	Muted
	Good
	Warning
	Bad
	Link
)

// Cell is what the grid shows at one row and column.
type Cell struct {
	Text    string // already formatted for people
	Tone    Tone
	Checked bool   // the state of the box in a Check column
	Faulty  bool   // the stored value breaks a rule: shown on a tint of "bad"
	Locked  bool   // this cell cannot be edited now, although its column can
	Skip    bool   // Enter passes the cell over; Tab stops at it
	Hint    string // grey text shown while Text is empty, such as the list price
}

// Source gives the grid its rows. All calls come from the UI goroutine and must be quick: Len is asked often,
// Cell once for every cell that comes into view and again after Refresh or RefreshRow.
type Source interface {
	// Len is the number of rows; a million is fine.
	Len() int
	// Cell is asked for visible rows only (and for those that are copied), 0 <= row < Len().
	Cell(row int, column string) Cell
}

// Pager may be implemented by a Source that reads its rows in pages: Page tells which rows will be asked for next,
// so that they can be fetched in one go.
type Pager interface {
	Page(first, count int)
}

// The texts that a Check column hands to Editor.Commit.
const (
	Checked   = "true"
	Unchecked = "false"
)

// Editor makes a Source editable. Every error is a refusal that the user can mend: the grid stays where it is and
// hands it to OnRefused.
type Editor interface {
	// Begin gives the text to edit, which may differ from the text shown (no grouping, no unit). Not ok: the cell
	// cannot be edited.
	Begin(row int, column string) (text string, ok bool)
	// Commit takes over what was typed. After an error the editor stays open with the typed text. Check columns
	// commit Checked or Unchecked.
	Commit(row int, column string, text string) error
	// LeaveRow is called before the cursor goes to another row: the row is stored. After an error the cursor stays.
	LeaveRow(row int) error
	// NewRow makes room for a new line after the given row (-1: at the top) and returns its row, or -1 if there can
	// be none now. It is called when the user starts to type in the empty line at the end.
	NewRow(after int) int
	// CanAdd tells whether that empty line is shown.
	CanAdd() bool
	// CopyAbove gives the cell the value of the cell above it (F8); row is at least 1.
	CopyAbove(row int, column string) error
	// Clear empties the cell (Delete).
	Clear(row int, column string) error
	// Paste puts a block of texts, row by row, at the given row (Len() is the empty line at the end) and into the
	// given columns, which are those from the cursor to the right in the order shown; a line of the block may be
	// shorter or longer than that. Each cell is validated as if it had been typed.
	Paste(row int, columns []string, block [][]string) error
	// Escape throws away a row that has not been stored yet; true if there was something to throw away.
	Escape(row int) bool
}

// NewLiner may be implemented by an Editor to tell what the empty line at the end already shows, such as the
// campaign that every new line belongs to.
type NewLiner interface {
	NewLine(column string) Cell
}
