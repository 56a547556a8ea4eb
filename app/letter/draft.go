package letter

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/mail"
	"strings"
	"time"

	"campaigndesk/data"

	message "github.com/emersion/go-message/mail"
)

// draft is an e-mail that somebody will look at and send.
type draft struct {
	from, to   []*mail.Address
	subject    string
	date       time.Time
	text       string
	attachment string // name of the file, blank without one
	content    []byte
}

// write writes the draft as an .eml file that e-mail programs open for sending.
func (d draft) write(w io.Writer) error {
	var head message.Header
	head.SetDate(d.date)
	if len(d.from) > 0 { // else the e-mail program knows who sends
		head.AddRaw(folded("From", list(d.from)))
	}
	head.AddRaw(folded("To", list(d.to)))
	head.AddRaw(folded("Subject", mime.QEncoding.Encode("utf-8", subject(d.subject))))
	head.Set("X-Unsent", "1")
	parts, err := message.CreateWriter(w, head)
	if err != nil {
		return err
	}
	var text message.InlineHeader
	text.SetContentType("text/plain", map[string]string{"charset": "utf-8"})
	text.Set("Content-Transfer-Encoding", "quoted-printable")
	body, err := parts.CreateSingleInline(text)
	if err != nil {
		return err
	}
	_, err = io.WriteString(body, strings.ReplaceAll(strings.ReplaceAll(d.text, "\r\n", "\n"), "\n", "\r\n"))
	if err := errors.Join(err, body.Close()); err != nil {
		return err
	}
	if d.attachment != "" {
		if err := d.attach(parts); err != nil {
			return err
		}
	}
	return parts.Close()
}

func (d draft) attach(parts *message.Writer) error {
	var head message.AttachmentHeader
	head.SetContentType("application/octet-stream", nil)
	if isDocument(d.attachment) {
		head.SetContentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", nil)
	}
	head.SetFilename(oneLine(d.attachment))
	file, err := parts.CreateAttachment(head)
	if err != nil {
		return err
	}
	_, err = file.Write(d.content)
	return errors.Join(err, file.Close())
}

// folded is a header in lines as short as e-mail allows: a break between any two encoded words.
func folded(key, value string) []byte {
	return []byte(key + ": " + strings.ReplaceAll(value, "?= =?", "?=\r\n =?") + "\r\n")
}

// list writes addresses as a header has them.
func list(addresses []*mail.Address) string {
	all := make([]string, len(addresses))
	for i, a := range addresses {
		all[i] = a.String()
		// In base 64 no letter of a name can be taken for a sign of the header.
		if encoded := mime.BEncoding.Encode("utf-8", a.Name); encoded != a.Name {
			all[i] = encoded + " " + (&mail.Address{Address: a.Address}).String()
		}
	}
	return strings.Join(all, ",\r\n ")
}

// maxSubject is how long a subject may become by what is merged into it, in characters.
const maxSubject = 250

func subject(text string) string {
	letters := []rune(oneLine(strings.ToValidUTF8(text, "?")))
	return string(letters[:min(len(letters), maxSubject)])
}

// oneLine keeps a value from ending its header: control characters become blanks.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return ' '
		}
		return r
	}, text)
}

// addresses reads one or several e-mail addresses, separated by semicolons or commas; the first gets the name. It refuses a
// text that is no address.
func addresses(name, text string) ([]*mail.Address, error) {
	var all []*mail.Address
	for _, address := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' }) {
		address = strings.TrimSpace(address)
		if address == "" {
			continue
		}
		parsed, err := mail.ParseAddress(address)
		if err != nil || parsed.Address != address {
			return nil, data.Msg("letter-wrong-e-mail", text)
		}
		all = append(all, &mail.Address{Address: address})
	}
	if len(all) > 0 {
		all[0].Name = oneLine(name)
	}
	return all, nil
}

func (j *job) writeDraft(to *recipient) error {
	d := draft{date: j.session.Now()}
	address, err := to.eMail()
	if err != nil {
		return err
	}
	if d.to, err = addresses(to.contact.Name, address); err != nil {
		return err
	}
	if len(d.to) == 0 {
		return data.Msg("letter-no-e-mail")
	}
	from, err := to.salesperson()
	if err != nil {
		return err
	}
	if d.from, err = addresses(from.Name, from.EMail); err != nil {
		return err
	}
	subject := j.Subject
	if subject == "" {
		subject = to.line.Subject
	}
	if d.subject, err = j.filled(subject, to); err != nil {
		return err
	}
	if d.text, err = j.filled(j.Body, to); err != nil {
		return err
	}
	if err := j.attachTo(&d, to); err != nil {
		return err
	}
	var content bytes.Buffer
	if err := d.write(&content); err != nil {
		return err
	}
	return j.put(to, ".eml", content.Bytes())
}

// attachTo gives a draft the document for all, or the file of its line if it has one.
func (j *job) attachTo(d *draft, to *recipient) error {
	if j.Template != nil {
		d.attachment = j.Template.name
		return j.attachMerged(d, to)
	}
	attachment, err := to.attachment()
	if err != nil || attachment == 0 {
		return err
	}
	file, err := j.file(attachment)
	if err != nil {
		return err
	}
	d.attachment = file.FileName
	if !isDocument(file.FileName) {
		d.content, err = data.AttachmentContent(j.session.DB, attachment)
		return err
	}
	return j.attachMerged(d, to)
}

// attachMerged attaches the line's document with its fields replaced.
func (j *job) attachMerged(d *draft, to *recipient) error {
	template, err := j.document(to)
	if err != nil {
		return err
	}
	var merged bytes.Buffer
	err = template.write(&merged, to.value)
	d.content = merged.Bytes()
	return err
}

// eMail is the address of a line's alternative address, if it has one with an e-mail address, else the contact's (IN-15).
func (r *recipient) eMail() (string, error) {
	if r.line.AltAddressCode != "" {
		alt, err := data.AltAddresses.Get(r.session.DB, r.contact.No, r.line.AltAddressCode)
		if err == nil && alt.EMail != "" {
			return alt.EMail, nil
		}
		if err != nil && !errors.Is(err, data.ErrNotFound) {
			return "", err
		}
	}
	return r.contact.EMail, nil
}

// filled replaces the fields between guillemets in a text; those unknown stay and are reported.
func (j *job) filled(text string, to *recipient) (string, error) {
	var failed error
	text = literal.ReplaceAllStringFunc(text, func(found string) string {
		name := strings.Trim(found, "«»")
		field := fieldNumber(name)
		if field < 0 {
			j.outcome.Unknown = append(j.outcome.Unknown, name)
			return found
		}
		value, err := to.value(field)
		failed = errors.Join(failed, err)
		return value
	})
	return text, failed
}
