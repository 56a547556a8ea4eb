package quote

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// AddLine stores a new line, filled by the …Entered functions, below the line above, at the top when that is nil.
func AddLine(s *app.Session, line, above *data.QuoteLine) error {
	place := 0
	if above != nil {
		place = above.LineNo
	}
	return s.Write(data.Msg("quote-line-added", line.QuoteNo, line.ItemNo), func(tx *data.Tx) error {
		if err := checkLine(tx, s, line); err != nil {
			return err
		}
		var err error
		if line.LineNo, err = data.LineNo(tx, data.QuoteLines, data.Equal("quote_no", line.QuoteNo), place); err != nil {
			return err
		}
		return data.QuoteLines.Insert(tx, line)
	})
}

// SaveLine stores a changed line, completed by the …Entered functions.
func SaveLine(s *app.Session, before, after *data.QuoteLine) error {
	if *after == *before {
		return nil
	}
	return s.Write(data.Msg("quote-line-changed", after.QuoteNo, after.ItemNo), func(tx *data.Tx) error {
		if err := checkLine(tx, s, after); err != nil {
			return err
		}
		return data.QuoteLines.Update(tx, after)
	})
}

// AskBeforeSaveLine asks before a typed price or discount is lost to another unit of measure (S4), unless Setup has typed
// values overwritten as in BC.
func AskBeforeSaveLine(s *app.Session, before, after *data.QuoteLine) *app.Question {
	lost := before.ManualPrice && !after.ManualPrice || before.ManualDiscount && !after.ManualDiscount
	if s.Setup.BCOverwriting || !lost || after.ItemNo != before.ItemNo || after.UnitCode == before.UnitCode {
		return nil
	}
	return &app.Question{Text: data.Msg("quote-typed-lost", after.UnitCode)}
}

// DeleteLines removes lines of one quote.
func DeleteLines(s *app.Session, lines []data.QuoteLine) error {
	if len(lines) == 0 {
		return nil
	}
	no := lines[0].QuoteNo
	return s.Write(data.Msg("quote-lines-deleted", len(lines), no), func(tx *data.Tx) error {
		if _, err := mustBeOpen(tx, no); err != nil {
			return err
		}
		for _, l := range lines {
			if err := data.QuoteLines.Delete(tx, l.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// checkLine refuses a line of a released quote, one without an item, and one whose variant or unit is not the item's.
func checkLine(r data.Reader, s *app.Session, l *data.QuoteLine) error {
	h, err := mustBeOpen(r, l.QuoteNo)
	if err != nil {
		return err
	}
	if l.ItemNo == "" {
		return data.Msg("must-not-be-blank").At("item_no")
	}
	c, err := calculate(r, s, &h, *l)
	if err != nil {
		return err
	}
	if _, err := c.line(l); err != nil {
		return err
	}
	_, err = variantOf(r, l)
	return err
}
