package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"campaigndesk/data"
)

// Encoding is how a text file writes its characters; a byte order mark is skipped in all of them.
type Encoding string

// The encodings that are recognised.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252"
)

const byteOrderMark = "\uFEFF"

// lineReader hands out the lines of a text file as UTF-8, each with its terminator.
//
// A file that was taken for UTF-8 because nothing spoke against it is decided by its first character beyond ASCII: when
// that is no UTF-8, the file is Windows-1252 from there on. Later faults in a file known to be UTF-8 belong to their line.
type lineReader struct {
	file    string // name for messages
	r       *bufio.Reader
	code    Encoding
	proven  bool // a character beyond ASCII has confirmed UTF-8
	endMark byte // the last byte of a line: '\n', or '\r' in files of old Macintosh programs
	line    int  // number of the line handed out last, from 1
	invalid bool // that line has bytes that are not UTF-8
	long    []byte
}

func newLineReader(file string, r io.Reader, code Encoding, endMark byte) *lineReader {
	switch code {
	case UTF16LE:
		r = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r)
	case UTF16BE:
		r = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(r)
	}
	l := &lineReader{file: file, r: bufio.NewReaderSize(r, 64<<10), code: code, endMark: endMark}
	if start, err := l.r.Peek(len(byteOrderMark)); err == nil && string(start) == byteOrderMark {
		_, _ = l.r.Discard(len(byteOrderMark)) // cannot fail: the bytes are buffered
		l.code, l.proven = UTF8, true
	}
	return l
}

// next returns the next line, valid until the next call, or io.EOF.
func (l *lineReader) next() ([]byte, error) {
	line, err := l.r.ReadSlice(l.endMark)
	if errors.Is(err, bufio.ErrBufferFull) {
		line, err = l.rest(line)
	}
	if err != nil && (!errors.Is(err, io.EOF) || len(line) == 0) {
		return nil, err
	}
	l.line++
	return l.decode(line), nil
}

// rest collects a line that is longer than the buffer.
func (l *lineReader) rest(start []byte) ([]byte, error) {
	l.long = append(l.long[:0], start...)
	for {
		more, err := l.r.ReadSlice(l.endMark)
		if l.long = append(l.long, more...); len(l.long) > maxRecord {
			return nil, data.Msg("import-line-too-long", l.file, l.line+1)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return l.long, err
		}
	}
}

func (l *lineReader) decode(line []byte) []byte {
	l.invalid = false
	if l.code == Windows1252 {
		return fromWindows1252(line)
	}
	if !l.proven {
		i := beyondASCII(line)
		if i < 0 {
			return line
		}
		if r, size := utf8.DecodeRune(line[i:]); r == utf8.RuneError && size <= 1 && l.code == UTF8 {
			l.code = Windows1252
			return fromWindows1252(line)
		}
		l.proven = true
	}
	if !utf8.Valid(line) {
		l.invalid = true
		return bytes.ToValidUTF8(line, []byte(string(utf8.RuneError)))
	}
	return line
}

// beyondASCII returns the place of the first byte that is not ASCII, -1 if there is none.
func beyondASCII(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return -1
}

func fromWindows1252(b []byte) []byte {
	if beyondASCII(b) < 0 {
		return b
	}
	decoded := make([]byte, 0, len(b)+len(b)/4)
	for _, c := range b {
		decoded = utf8.AppendRune(decoded, charmap.Windows1252.DecodeByte(c))
	}
	return decoded
}
