package letter

import (
	"bytes"
	"errors"
	"io"
	"net/mail"
	"strings"
	"testing"
	"time"

	"campaigndesk/data"

	message "github.com/emersion/go-message/mail"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// read is a draft as an e-mail program understands it.
type read struct {
	From, To, Subject, Unsent, Text, File, Content string
	Heads                                          int
}

func readDraft(t rapid.TB, eml []byte) read {
	t.Helper()
	m, err := message.CreateReader(bytes.NewReader(eml))
	if err != nil {
		t.Fatalf("%v in\n%s", err, eml)
	}
	var r read
	names := func(key string) string {
		addresses, err := m.Header.AddressList(key)
		if err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		var all []string
		for _, a := range addresses {
			all = append(all, a.Name+" <"+a.Address+">")
		}
		return strings.Join(all, ", ")
	}
	r.From, r.To, r.Unsent = names("From"), names("To"), m.Header.Get("X-Unsent")
	if r.Subject, err = m.Header.Subject(); err != nil {
		t.Fatalf("%v", err)
	}
	for fields := m.Header.Fields(); fields.Next(); {
		r.Heads++
	}
	for {
		part, err := m.NextPart()
		if err == io.EOF {
			return r
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
		content, err := io.ReadAll(part.Body)
		if err != nil {
			t.Fatalf("%v", err)
		}
		switch head := part.Header.(type) {
		case *message.InlineHeader:
			r.Text = string(content)
		case *message.AttachmentHeader:
			if r.File, err = head.Filename(); err != nil {
				t.Fatalf("%v", err)
			}
			r.Content = string(content)
		}
	}
}

func TestDraft(t *testing.T) {
	d := draft{
		from: []*mail.Address{{Name: "Jörgen Öst", Address: "jo@nordic.example"}}, to: []*mail.Address{{Name: "Åsa, Berg AB", Address: "asa@berg.example"}},
		subject: "Höstens erbjudande till Åsa", date: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), text: "Hej Åsa,\nvälkommen.\n.\n", attachment: "Erbjudande på svenska.docx", content: []byte("\x00\xFFPK"),
	}
	var eml bytes.Buffer
	if err := d.write(&eml); err != nil {
		t.Fatal(err)
	}
	want := read{From: "Jörgen Öst <jo@nordic.example>", To: "Åsa, Berg AB <asa@berg.example>", Subject: d.subject, Unsent: "1",
		Text: "Hej Åsa,\r\nvälkommen.\r\n.\r\n", File: d.attachment, Content: string(d.content), Heads: 7}
	if diff := cmp.Diff(want, readDraft(t, eml.Bytes())); diff != "" {
		t.Error(diff)
	}
	plainLines(t, eml.String())
}

// plainLines checks that a draft can go through every mail program: short lines of plain characters (RFC 5322, 2.1.1).
func plainLines(t rapid.TB, eml string) {
	for line := range strings.Lines(eml) {
		if len(line) > 1000 || strings.ContainsFunc(line, func(r rune) bool { return r > 126 }) {
			t.Fatalf("no mail program takes the line %q", line)
		}
	}
}

// Nothing that stands in names, subjects and file names adds a header or a part.
func TestPropertyNothingIsInjected(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hostile := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"x\r\nBcc: evil@x.example", "x\n\n<b>", "a\rb", "=?utf-8?q?=0D=0ABcc:?=", strings.Repeat("€", 300)}))
		d := draft{to: []*mail.Address{{Name: oneLine(hostile.Draw(t, "name")), Address: "asa@berg.example"}}, from: []*mail.Address{{Address: "jo@nordic.example"}},
			date: time.Unix(0, 0), subject: hostile.Draw(t, "subject"), text: hostile.Draw(t, "text"), attachment: hostile.Draw(t, "file"), content: []byte("content")}
		var eml bytes.Buffer
		if err := d.write(&eml); err != nil {
			t.Fatal(err)
		}
		plainLines(t, eml.String())
		got := readDraft(t, eml.Bytes())
		if want := d.to[0].Name + " <asa@berg.example>"; got.Heads != 7 || got.To != want || got.File != "" && got.Content != "content" {
			t.Fatalf("%d headers, to %q, not %q:\n%s", got.Heads, got.To, want, eml.String())
		}
	})
}

func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
		refused    bool
	}{
		{name: "none", text: " ; "},
		{name: "one", text: "asa@berg.example", want: []string{"asa@berg.example"}},
		{name: "several", text: "asa@berg.example; bo@berg.example,c@d.example", want: []string{"asa@berg.example", "bo@berg.example", "c@d.example"}},
		{name: "no address", text: "Åsa", refused: true},
		{name: "a header", text: "asa@berg.example\r\nBcc: x@y.example", refused: true},
		{name: "a name with it", text: "Åsa <asa@berg.example>", refused: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := addresses("Åsa", test.text)
			if refused := errors.As(err, new(data.Message)); refused != test.refused {
				t.Fatalf("got %v", err)
			}
			var got []string
			for _, a := range found {
				got = append(got, a.Address)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
