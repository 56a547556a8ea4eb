// Package letter writes to the contacts of a segment: Word documents and e-mail drafts, in which merge fields are replaced by
// what is known of the contact, the company, the salesperson, the campaign and the segment ([Fields]).
//
// [Open] reads a document as a [Template]; [WriteLetters] makes a document of it for each contact, or one long document, and
// [WriteDrafts] makes drafts that the user's e-mail program opens to be sent. Both write new files into a folder; nothing is
// sent, nothing is logged, and no file that is there already is touched.
package letter

// Limits of what is read, which keep a damaged or hostile document from filling the memory.
const (
	maxPart     = 32 << 20 // bytes of a part that has merge fields
	maxUnzipped = 1 << 30  // bytes of all parts together
	maxRatio    = 200      // how many times larger a document may become when unzipped…
	ratioFrom   = 64 << 20 // …which is only asked from this unzipped size on
	maxParts    = 10_000
)
