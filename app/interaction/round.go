package interaction

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// Outcome is what came of a call, in one key.
type Outcome int

const (
	Responded Outcome = iota // the contact answers the campaign
	NoAnswer                 // the attempt failed
	CallBack                 // to be called again on a day
)

// LogOutcome logs a call to the contact of a segment line at once, with what came of it: one interaction by the template for
// calls, of the line's segment and campaign. A call back is also put among the postponed interactions, for its day. It returns the
// number of the interaction.
func LogOutcome(s *app.Session, line *data.SegmentLine, outcome Outcome, on data.Date) (id int64, notices []data.Message, err error) {
	d, err := CallOfLine(s, line)
	if err != nil {
		return 0, nil, err
	}
	d.Call = false // the number is the caller's affair
	name := data.Msg("call-logged", d.who())
	var later *Draft
	switch outcome {
	case Responded:
		if d.CampaignNo == "" {
			return 0, nil, data.Msg("response-without-campaign", d.who())
		}
		d.CampaignResponse = true
		name = data.Msg("response-logged", d.who())
	case NoAnswer:
		d.AttemptFailed = true
		name = data.Msg("no-answer-logged", d.who())
	case CallBack:
		if on == "" {
			return 0, nil, data.Msg("must-not-be-blank").At("date")
		}
		again := d
		again.Postponed, again.Date, again.Time, later = true, on, "", &again
		name = data.Msg("call-back-logged", d.who(), on)
	}
	if notices, err = check(s, &d); err != nil {
		return 0, nil, err
	}
	told, err := write(s, name, func(tx *data.Tx) ([]data.Message, error) {
		told, err := store(tx, s, &d)
		if err == nil && later != nil {
			_, err = store(tx, s, later)
		}
		return told, err
	})
	return d.ID, append(notices, told...), err
}

// AddNote appends a note to an interaction's comments.
func AddNote(s *app.Session, interaction int64, note string) error {
	if len(lines(note)) == 0 {
		return nil
	}
	return s.Write(data.Msg("note-added", interaction), func(tx *data.Tx) error { return addNote(tx, s, interaction, note) })
}
