package letter

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"

	"campaigndesk/app"
	"campaigndesk/data"
)

// Mailing says what is written to whom: to the contacts of a segment, line by line, the document that each line has (its
// attachment, in its language), or one document for all of them.
type Mailing struct {
	Segment  data.SegmentNo
	Only     data.CorrespondenceType // only lines of this type; [data.NoCorrespondence] is all
	Template *Template               // for all lines; nil: each line's own
	Folder   string                  // where the files go
	Subject  string                  // of drafts, with fields between guillemets; blank: each line's own
	Body     string                  // of drafts: the text, with fields between guillemets
}

// Outcome is what became of a mailing.
type Outcome struct {
	Letters int      // letters or drafts written
	Files   []string // paths of the files
	Left    []Left
	Unknown []string // fields in the documents that nothing is known for; they were left as they are
	Heads   []string // fields in page heads of a long document that would differ from letter to letter; they were left out
}

// Left is a contact who gets nothing, and why.
type Left struct {
	Contact data.ContactNo
	Name    string
	Why     data.Message
}

// WriteLetters writes a document for each contact of a segment, or, together, one long document for each of the segment's
// documents. An error, also that of a cancellation, leaves no file behind.
func WriteLetters(ctx context.Context, s *app.Session, m Mailing, together bool, progress app.Progress) (Outcome, error) {
	return m.carryOut(ctx, s, progress, func(j *job, lines []data.SegmentLine) error {
		if together {
			return j.writeTogether(lines)
		}
		for _, line := range lines {
			if err := j.each(line, j.writeLetter); err != nil {
				return err
			}
		}
		return nil
	})
}

// WriteDrafts writes an e-mail draft for each contact of a segment, with the line's document as attachment, merged if it is a
// Word document. An error, also that of a cancellation, leaves no file behind.
func WriteDrafts(ctx context.Context, s *app.Session, m Mailing, progress app.Progress) (Outcome, error) {
	return m.carryOut(ctx, s, progress, func(j *job, lines []data.SegmentLine) error {
		for _, line := range lines {
			if err := j.each(line, j.writeDraft); err != nil {
				return err
			}
		}
		return nil
	})
}

// job is a mailing that is being carried out.
type job struct {
	Mailing
	*sender
	ctx      context.Context
	progress app.Progress
	folder   folder
	outcome  Outcome
	done     int
	total    int
}

func (m Mailing) carryOut(ctx context.Context, s *app.Session, progress app.Progress, write func(*job, []data.SegmentLine) error) (_ Outcome, err error) {
	from, err := newSender(s, m.Segment)
	if err != nil {
		return Outcome{}, err
	}
	lines, err := m.lines(s.DB)
	if err != nil {
		return Outcome{}, err
	}
	j := &job{Mailing: m, sender: from, ctx: ctx, progress: progress, folder: folder{path: m.Folder}, total: len(lines)}
	if err := write(j, lines); err != nil {
		j.folder.takeBack()
		return Outcome{}, err
	}
	j.outcome.Files = j.folder.written
	if m.Template != nil {
		j.outcome.Unknown = append(j.outcome.Unknown, m.Template.Unknown()...)
	}
	for _, template := range j.templates {
		j.outcome.Unknown = append(j.outcome.Unknown, template.Unknown()...)
	}
	slices.Sort(j.outcome.Unknown)
	j.outcome.Unknown = slices.Compact(j.outcome.Unknown)
	return j.outcome, nil
}

// lines are the lines of the segment that have a contact and are of the type asked for, in order.
func (m Mailing) lines(r data.Reader) ([]data.SegmentLine, error) {
	fixed := []data.Cond{data.Equal("segment_no", m.Segment)}
	if m.Only != data.NoCorrespondence {
		fixed = append(fixed, data.Equal("correspondence_type", m.Only))
	}
	lines, err := data.SegmentLines.Select(r, data.View{Fixed: fixed})
	lines = slices.DeleteFunc(lines, func(l data.SegmentLine) bool { return l.ContactNo == "" })
	if err == nil && len(lines) == 0 {
		err = data.Msg("letter-no-recipients", m.Segment)
	}
	return lines, err
}

// each writes to one contact. Whom nothing can be written to is noted, and the job goes on.
func (j *job) each(line data.SegmentLine, write func(*recipient) error) error {
	if err := j.ctx.Err(); err != nil {
		return err
	}
	to, err := j.recipient(line)
	if err == nil {
		err = write(to)
	}
	var whole fatal
	var refused data.Message
	switch {
	case errors.As(err, &whole): // a fault of the document or of the folder concerns everybody
		return whole.error
	case errors.As(err, &refused):
		j.outcome.Left = append(j.outcome.Left, Left{line.ContactNo, to.contact.Name, refused})
	case err != nil:
		return err
	default:
		j.outcome.Letters++
	}
	j.done++
	j.progress(j.done, j.total)
	return nil
}

// fatal is an error that ends the whole job, though it may be a message.
type fatal struct{ error }

// document is the document of a line.
func (j *job) document(to *recipient) (*Template, error) {
	if j.Template != nil {
		return j.Template, nil
	}
	attachment, err := to.attachment()
	if err != nil {
		return nil, err
	}
	if attachment == 0 {
		return nil, data.Msg("letter-no-document", to.language())
	}
	file, err := j.file(attachment)
	if err != nil {
		return nil, err
	}
	if !isDocument(file.FileName) {
		return nil, data.Msg("letter-other-document", file.FileName)
	}
	template, err := j.template(attachment)
	if err != nil {
		return nil, fatal{err}
	}
	return template, nil
}

func (j *job) writeLetter(to *recipient) error {
	template, err := j.document(to)
	if err != nil {
		return err
	}
	var letter bytes.Buffer
	if err := template.write(&letter, to.value); err != nil {
		return err
	}
	return j.put(to, ".docx", letter.Bytes())
}

// put puts a contact's file into the folder.
func (j *job) put(to *recipient, ending string, content []byte) error {
	err := j.folder.create(string(to.contact.No)+" "+to.contact.Name, ending, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
	if err != nil {
		return fatal{err}
	}
	return nil
}

// writeTogether writes the lines of each document into one.
func (j *job) writeTogether(lines []data.SegmentLine) error {
	byTemplate := map[*Template][]data.SegmentLine{}
	var templates []*Template // in the order in which they are met
	languages := map[*Template]string{}
	total := 0
	for _, line := range lines {
		var template *Template
		left := len(j.outcome.Left)
		err := j.each(line, func(to *recipient) (err error) {
			template, err = j.document(to)
			if j.Template == nil {
				languages[template] = to.language()
			}
			return err
		})
		if err != nil {
			return err
		}
		if len(j.outcome.Left) > left {
			continue
		}
		if byTemplate[template] == nil {
			templates = append(templates, template)
		}
		byTemplate[template] = append(byTemplate[template], line)
		total++
	}
	j.outcome.Letters, j.done, j.total = 0, 0, total
	for _, template := range templates {
		if err := j.writeLong(template, languages[template], byTemplate[template]); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) writeLong(template *Template, language string, lines []data.SegmentLine) error {
	j.outcome.Heads = append(j.outcome.Heads, template.ownInHeads()...)
	common := func(field int) (string, error) {
		if !Fields[field].common {
			return "", nil
		}
		return Fields[field].value(&recipient{sender: j.sender})
	}
	name := string(j.header.No) + " " + j.header.Description
	if language != "" {
		name += " " + language
	}
	before := j.outcome.Letters
	err := j.folder.create(name, ".docx", func(w io.Writer) error {
		return template.writeTogether(w, common, func(write func(values) error) error {
			for _, line := range lines {
				if err := j.each(line, func(to *recipient) error { return write(to.value) }); err != nil {
					return err
				}
			}
			return nil
		})
	})
	if err == nil && j.outcome.Letters == before { // nobody is left to write to
		err = j.folder.dropLast()
	}
	return err
}
