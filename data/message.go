package data

import (
	"encoding/json"
	"fmt"
)

// Message is something to tell the user, not yet in any language: a key of the text catalogue and the values it names.
// As an error it is a refusal that the user can understand and mend; other errors are faults of the machine or of ours.
// Values may be codes, dates, amounts, whole numbers, texts or messages; they are formatted for the reader when shown.
type Message struct {
	Key   string // catalogue key, for example "m07-start-after-end"
	Args  []any  // values of %1, %2, …
	Field string // the column the message is about, blank when it is about the whole
}

// Msg returns the message of the key with the values of %1, %2, ….
func Msg(key string, args ...any) Message { return Message{Key: key, Args: args} }

// At returns the message pointing at a column, so that a window can put the cursor there.
func (m Message) At(column string) Message {
	m.Field = column
	return m
}

// Error is for logs; windows show the message through the text catalogue instead.
func (m Message) Error() string {
	if len(m.Args) == 0 {
		return m.Key
	}
	return fmt.Sprintf("%s %v", m.Key, m.Args)
}

// messageJSON is how the journal keeps a message, so that its values are formatted for whoever reads it later.
type messageJSON struct {
	Key  string    `json:"key"`
	Args []argJSON `json:"args,omitempty"`
}

type argJSON struct {
	Text    *string  `json:"text,omitempty"`
	Number  *int64   `json:"number,omitempty"`
	Date    *Date    `json:"date,omitempty"`
	Amount  *Amount  `json:"amount,omitempty"`
	Message *Message `json:"message,omitempty"`
}

// MarshalJSON keeps the kind of each value; codes and unknown kinds become text.
func (m Message) MarshalJSON() ([]byte, error) {
	kept := messageJSON{Key: m.Key}
	for _, arg := range m.Args {
		switch v := arg.(type) {
		case Date:
			kept.Args = append(kept.Args, argJSON{Date: &v})
		case Amount:
			kept.Args = append(kept.Args, argJSON{Amount: &v})
		case Message:
			kept.Args = append(kept.Args, argJSON{Message: &v})
		case int:
			n := int64(v)
			kept.Args = append(kept.Args, argJSON{Number: &n})
		case int64:
			kept.Args = append(kept.Args, argJSON{Number: &v})
		default:
			text := fmt.Sprint(v)
			kept.Args = append(kept.Args, argJSON{Text: &text})
		}
	}
	return json.Marshal(kept)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (m *Message) UnmarshalJSON(b []byte) error {
	var kept messageJSON
	if err := json.Unmarshal(b, &kept); err != nil {
		return err
	}
	*m = Message{Key: kept.Key}
	for _, arg := range kept.Args {
		switch {
		case arg.Date != nil:
			m.Args = append(m.Args, *arg.Date)
		case arg.Amount != nil:
			m.Args = append(m.Args, *arg.Amount)
		case arg.Message != nil:
			m.Args = append(m.Args, *arg.Message)
		case arg.Number != nil:
			m.Args = append(m.Args, *arg.Number)
		case arg.Text != nil:
			m.Args = append(m.Args, *arg.Text)
		default:
			return fmt.Errorf("message %s has a value of no kind", kept.Key)
		}
	}
	return nil
}

func parseMessage(words string) (m Message, err error) {
	err = json.Unmarshal([]byte(words), &m)
	return m, err
}
