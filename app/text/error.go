package text

import (
	"errors"
	"strings"

	"campaigndesk/data"
)

// Error renders an error for the user: the messages in it, however wrapped or joined, one a line and each once. An error
// without a message is a fault and comes out as a general sentence with the technical detail; nil gives "".
func (c *Catalogue) Error(err error) string {
	if err == nil {
		return ""
	}
	var lines []string
	seen := map[string]bool{}
	for _, line := range c.lines(err) {
		if !seen[line] {
			seen[line] = true
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func (c *Catalogue) lines(err error) []string {
	if message, ok := err.(data.Message); ok {
		return []string{c.Message(message)}
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var lines []string
		for _, e := range joined.Unwrap() {
			lines = append(lines, c.lines(e)...)
		}
		return lines
	}
	var message data.Message
	if errors.As(err, &message) {
		return c.lines(errors.Unwrap(err))
	}
	return []string{c.T("unexpected-error", err.Error())}
}
