package letter

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"campaigndesk/data"
)

// Template is a Word document with merge fields. It may be used from several goroutines.
type Template struct {
	name    string // of the file
	archive *zip.Reader
	merged  map[string]*part // the parts in which there is something to replace, and the document itself
	unknown []string
}

const documentPart = "word/document.xml"

// Open reads a document. What is no Word document, is damaged, or would become far too large is refused; the name is for the
// message.
func Open(name string, content []byte) (*Template, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, data.Msg("letter-no-word-document", name)
	}
	if tooLarge(archive, len(content)) {
		return nil, data.Msg("letter-zip-bomb", name)
	}
	t := &Template{name: name, archive: archive, merged: map[string]*part{}}
	for _, file := range archive.File {
		if !hasFields(file.Name) {
			continue
		}
		if t.merged[file.Name] != nil {
			return nil, data.Msg("letter-damaged", name)
		}
		read, err := readPart(file)
		if errors.Is(err, errTooLarge) {
			return nil, data.Msg("letter-zip-bomb", name)
		}
		if err != nil {
			return nil, data.Msg("letter-damaged", name)
		}
		t.unknown = append(t.unknown, read.unknown...)
		if len(read.edits) > 0 || file.Name == documentPart {
			t.merged[file.Name] = read
		}
	}
	document := t.merged[documentPart]
	if document == nil {
		return nil, data.Msg("letter-no-word-document", name)
	}
	if document.bodyEnd == 0 {
		return nil, data.Msg("letter-damaged", name)
	}
	slices.Sort(t.unknown)
	t.unknown = slices.Compact(t.unknown)
	return t, nil
}

// Unknown lists the fields in the document that nothing is known for, by name. They stay as they are.
func (t *Template) Unknown() []string { return t.unknown }

// hasFields reports whether a part is text on paper: the document, or the head or foot of its pages.
func hasFields(name string) bool {
	for _, pattern := range []string{documentPart, "word/header*.xml", "word/footer*.xml"} {
		if ok, _ := path.Match(pattern, name); ok {
			return true
		}
	}
	return false
}

func tooLarge(archive *zip.Reader, zipped int) bool {
	var unzipped uint64
	for _, file := range archive.File {
		if file.UncompressedSize64 > maxUnzipped {
			return true
		}
		unzipped += file.UncompressedSize64
	}
	return len(archive.File) > maxParts || unzipped > maxUnzipped || unzipped > ratioFrom && unzipped > maxRatio*uint64(zipped)
}

var errTooLarge = errors.New("part too large")

func readPart(file *zip.File) (*part, error) {
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if len(content) > maxPart {
		return nil, errTooLarge
	}
	if err != nil {
		return nil, err
	}
	return parse(content)
}

// values gives the text of a field, by its number in Fields.
type values func(field int) (string, error)

// write writes the document with the fields replaced. All parts without fields are copied as they are.
func (t *Template) write(w io.Writer, of values) error {
	return t.rewrite(w, func(name string, p *part, w io.Writer) error { return p.write(w, 0, len(p.source), of) })
}

// writeTogether writes one document with a letter for each of the recipients, on pages of their own. The heads and feet of
// the pages are common to all letters and get the common values. A letter whose values fail is left out.
func (t *Template) writeTogether(w io.Writer, common values, letters func(write func(of values) error) error) error {
	return t.rewrite(w, func(name string, p *part, w io.Writer) error {
		if name != documentPart {
			return p.write(w, 0, len(p.source), common)
		}
		if err := p.write(w, 0, p.bodyStart, common); err != nil {
			return err
		}
		var letter bytes.Buffer
		first := true
		err := letters(func(of values) error {
			letter.Reset()
			if !first {
				letter.Write(p.turn())
			}
			if err := p.write(&letter, p.bodyStart, p.sectionStart, of); err != nil {
				return err
			}
			first = false
			_, err := letter.WriteTo(w)
			return err
		})
		if err != nil {
			return err
		}
		return p.write(w, p.sectionStart, len(p.source), common)
	})
}

// rewrite copies the archive part by part, those with fields through merge.
func (t *Template) rewrite(w io.Writer, merge func(name string, p *part, w io.Writer) error) error {
	archive := zip.NewWriter(w)
	for _, file := range t.archive.File {
		p := t.merged[file.Name]
		if p == nil {
			if err := archive.Copy(file); err != nil {
				return err
			}
			continue
		}
		into, err := archive.CreateHeader(&zip.FileHeader{Name: file.Name, Method: zip.Deflate, Modified: file.Modified})
		if err != nil {
			return err
		}
		if err := merge(file.Name, p, into); err != nil {
			return err
		}
	}
	return archive.Close()
}

// ownInHeads lists the fields in heads and feet of pages that are not common to all letters.
func (t *Template) ownInHeads() []string {
	var names []string
	for name, p := range t.merged {
		if name == documentPart {
			continue
		}
		for _, e := range p.edits {
			for _, piece := range e.pieces {
				if piece.field >= 0 && !Fields[piece.field].common {
					names = append(names, Fields[piece.field].Name)
				}
			}
		}
	}
	return names
}

// isDocument reports whether a file is a Word document by its name.
func isDocument(fileName string) bool { return strings.EqualFold(path.Ext(fileName), ".docx") }
