// Package exchange reads and writes files of other programs: delimited text and XLSX workbooks.
//
// A foreign file is a [Table]: [Open] looks at its beginning and guesses the [Layout] (encoding, delimiter, quotes,
// headings), which the user may correct with [OpenAs]. [Table.Survey] reads it once from end to end, because only the whole
// file tells how its numbers and dates are written; the [Column] it returns then reads that column's cells strictly.
// [Propose] maps the headings to the fields of a [Target], one of the tables of a company, and an [Import] brings the rows
// in: as a preview that says what would become of each, and as one command of the journal.
//
// Each target has its file: the fields, the headings under which other programs have them, and what is special about it.
//
// Nothing here holds a whole file in memory. Everything the user can mend is a [data.Message] of the area "import".
package exchange

// Limits of what is read. They keep a damaged or hostile file from filling the memory or the disk.
const (
	maxTextFile = 1 << 30   // bytes of a delimited text file
	maxWorkbook = 256 << 20 // bytes of a workbook as it lies on the disk
	maxUnzipped = 2 << 30   // bytes of a workbook's parts together
	maxRatio    = 200       // how many times larger a workbook may become when unzipped…
	ratioFrom   = 64 << 20  // …which is only asked from this unzipped size on
	maxRecord   = 1 << 20   // bytes of one row of a text file
)
