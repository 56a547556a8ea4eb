package dateformula

import "campaigndesk/data"

// ParseFilterDate reads one value of a date filter: a date word ("week", "today"), a date as in a field, a formula from
// today ("CM", "15D"), or one of the first two shifted by a formula ("month-1M"). A day gives the same date twice. In a
// range the left value contributes its first day, the right one its last (FX-26 to FX-31). The blank text gives blank
// dates.
//
// Of several readings the first of these is taken: words of the user's language, its dates and weekdays, the same of
// the other language, formulas. So "m" is the month here although it is Monday in a field.
func ParseFilterDate(text string, ctx Context) (from, to data.Date, err error) {
	entry := clean(text)
	if entry == "" {
		return "", "", nil
	}
	s, err := ctx.resolve(entry, ctx.filterValue)
	return s.from, s.to, err
}

func (c Context) filterValue(entry string) (span, error) {
	for _, v := range c.vocabularies() {
		if w, ok := findWord(v.filter, entry); ok {
			return w.span(c), nil
		}
		if weekday, ok := v.findWeekday(entry); ok {
			return oneDay(c.weekdayOfWorkDate(weekday)), nil
		}
	}
	d, dateErr := c.singleDay(entry)
	if dateErr == nil {
		return oneDay(d), nil
	}
	if s, err := shifted(oneDay(c.Today), entry, 0); err == nil {
		return s, nil
	}
	return span{}, dateErr
}
