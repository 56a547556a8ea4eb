package app

import "campaigndesk/data"

// Question is something to be answered with yes or no before a command is carried out. Rules return it as a value; the
// window asks and, after a yes, carries out the command.
type Question struct {
	Text data.Message
	Yes  bool // the answer that Enter gives
}
