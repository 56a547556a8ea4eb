// Package quote keeps the user's quotes: their headers and lines, what filling in each field brings with it, and how the
// lines get their prices and discounts (CP sections 9.1 to 9.8).
//
// A header keeps the terms of its party from the moment the party was entered (CP-208, CP-212); lines are priced with what
// the header keeps. Functions named …Entered complete a record after one of its fields was filled in, without storing
// anything; commands carry out one journal entry and return notices to show.
package quote

import (
	"cmp"
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/app/noseries"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// New begins a quote of the work date, for nobody yet.
func New(s *app.Session) data.QuoteHeader {
	h := data.QuoteHeader{OrderDate: s.WorkDate, ExchangeRateAmount: data.One, RelationalAmount: data.One}
	takeTerms(&h, pricing.DefaultTerms(s.Setup))
	takeSalesperson(s.DB, &h, s.Setup.SalespersonCode)
	return h
}

// Create stores a new quote begun by [New]. A blank number is taken from the quote's No. Series, else from the series of
// Setup; a typed one must be allowed (CP-46). A blank order date becomes the work date, a blank salesperson the laptop's own.
func Create(s *app.Session, h *data.QuoteHeader) (notices []data.Message, err error) {
	h.OrderDate = cmp.Or(h.OrderDate, s.WorkDate)
	if h.SalespersonCode == "" {
		takeSalesperson(s.DB, h, s.Setup.SalespersonCode)
	}
	if err := check(s.DB, &data.QuoteHeader{}, h); err != nil {
		return nil, err
	}
	if h.No == "" {
		h.NoSeries = cmp.Or(h.NoSeries, s.Setup.QuoteNos)
		var no string
		if no, notices, err = noseries.Take(s.DB, data.QuoteHeaders, h.NoSeries, s.WorkDate); err != nil {
			return nil, err
		}
		h.No = data.QuoteNo(no)
	} else if h.NoSeries == "" {
		if err := noseries.CheckManual(s.DB, s.Setup.QuoteNos); err != nil {
			return nil, err
		}
	}
	return notices, s.Write(data.Msg("quote-created", h.No, h.Name), func(tx *data.Tx) error { return data.QuoteHeaders.Insert(tx, h) })
}

// ForCustomer creates a quote for a customer.
func ForCustomer(s *app.Session, no data.CustomerNo) (h data.QuoteHeader, notices []data.Message, err error) {
	h = New(s)
	h.CustomerNo = no
	if err := CustomerEntered(s, &h); err != nil {
		return h, nil, err
	}
	notices, err = Create(s, &h)
	return h, notices, err
}

// ForContact creates a quote for a contact, or for the customer that its company is.
func ForContact(s *app.Session, no data.ContactNo) (h data.QuoteHeader, notices []data.Message, err error) {
	h = New(s)
	h.ContactNo = no
	if err := ContactEntered(s, &h); err != nil {
		return h, nil, err
	}
	notices, err = Create(s, &h)
	return h, notices, err
}

// Save stores a changed header, with another number in every line. When the party, the currency or the VAT terms changed,
// the lines are built anew, and what was typed on them is lost, which a notice tells (CP-200). Other changes leave the lines
// alone (CP-201) unless they are to be recalculated, which is the answer to [AskRecalculate]. The terms of a released quote
// cannot be changed.
func Save(s *app.Session, before, after *data.QuoteHeader, recalculated bool) (notices []data.Message, err error) {
	if *after == *before {
		return nil, nil
	}
	changed := rebuilds(before, after) || reprices(before, after)
	if changed && before.Status == data.QuoteReleased && after.Status == data.QuoteReleased {
		return nil, released(before.No)
	}
	if err := check(s.DB, before, after); err != nil {
		return nil, err
	}
	name := data.Msg("quote-changed", before.No)
	if after.No != before.No {
		if after.NoSeries == before.NoSeries { // typed, not taken from another series
			if err := noseries.CheckManual(s.DB, s.Setup.QuoteNos); err != nil {
				return nil, err
			}
			after.NoSeries = ""
		}
		name = data.Msg("quote-renamed", before.No, after.No)
	}
	err = s.Write(name, func(tx *data.Tx) error {
		if err := data.QuoteHeaders.Update(tx, after); err != nil {
			return err
		}
		switch {
		case rebuilds(before, after):
			notices, err = rebuild(tx, s, after)
			return err
		case recalculated:
			return recalculate(tx, s, after)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}

// AskRecalculate asks whether a changed order date, price group, discount group or Allow Line Disc. goes over to the lines,
// if that would change any (CP-201). Both answers save the header: the answer is given to [Save].
func AskRecalculate(s *app.Session, before, after *data.QuoteHeader) (*app.Question, error) {
	if rebuilds(before, after) || !reprices(before, after) {
		return nil, nil
	}
	lines, err := linesOf(s.DB, before.No)
	if err != nil {
		return nil, err
	}
	changed, err := repriced(s.DB, s, after, lines, byHeader)
	if err != nil || len(changed) == 0 {
		return nil, err
	}
	return &app.Question{Text: data.Msg("quote-recalculate-lines", len(changed)), Yes: true}, nil
}

// AskBeforeRename asks before a quote gets another number.
func AskBeforeRename(before, after *data.QuoteHeader) *app.Question {
	if after.No == before.No {
		return nil
	}
	return &app.Question{Text: data.Msg("quote-rename-question", before.No, after.No), Yes: true}
}

// rebuilds reports whether a change of the header makes the prices on the lines those of somebody else, or of another
// currency or VAT.
func rebuilds(before, after *data.QuoteHeader) bool {
	return after.CustomerNo != before.CustomerNo ||
		after.CustomerNo == "" && after.ContactNo != before.ContactNo ||
		after.CurrencyCode != before.CurrencyCode ||
		after.ExchangeRateAmount != before.ExchangeRateAmount ||
		after.RelationalAmount != before.RelationalAmount ||
		after.PricesIncludingVAT != before.PricesIncludingVAT ||
		after.VATGroup != before.VATGroup
}

// reprices reports whether a change of the header would give lines other prices if they were entered now.
func reprices(before, after *data.QuoteHeader) bool {
	return after.OrderDate != before.OrderDate ||
		after.PriceGroup != before.PriceGroup ||
		after.DiscGroup != before.DiscGroup ||
		after.AllowLineDisc != before.AllowLineDisc
}

// Delete removes quotes with their lines, released ones too.
func Delete(s *app.Session, quotes []data.QuoteHeader) error {
	name := data.Msg("quotes-deleted", len(quotes))
	if len(quotes) == 1 {
		name = data.Msg("quote-deleted", quotes[0].No, quotes[0].Name)
	}
	return s.Write(name, func(tx *data.Tx) error {
		for _, h := range quotes {
			if err := data.DeleteOwned(tx, data.QuoteLines.Name(), data.Equal("quote_no", h.No)); err != nil {
				return err
			}
			if err := data.QuoteHeaders.Delete(tx, h.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// Release closes a quote to changes of its terms and lines.
func Release(s *app.Session, h *data.QuoteHeader) error {
	return setStatus(s, data.Msg("quote-release", h.No), h, data.QuoteReleased)
}

// Reopen opens a released quote.
func Reopen(s *app.Session, h *data.QuoteHeader) error {
	return setStatus(s, data.Msg("quote-reopen", h.No), h, data.QuoteOpen)
}

func setStatus(s *app.Session, name data.Message, h *data.QuoteHeader, status data.QuoteStatus) error {
	return s.Write(name, func(tx *data.Tx) error {
		h.Status = status
		return data.QuoteHeaders.Update(tx, h)
	})
}

// mustBeOpen reads the header of lines that are to be changed and refuses a released one (CP-254).
func mustBeOpen(r data.Reader, no data.QuoteNo) (data.QuoteHeader, error) {
	h, err := data.QuoteHeaders.Get(r, no)
	if err == nil && h.Status == data.QuoteReleased {
		err = released(no)
	}
	return h, err
}

func released(no data.QuoteNo) error { return data.Msg("quote-is-released", no) }

// check refuses a salesperson, contact or campaign that a header newly names and cannot have.
func check(r data.Reader, before, after *data.QuoteHeader) error {
	if after.SalespersonCode != before.SalespersonCode {
		if err := app.CheckSalesperson(r, after.SalespersonCode); err != nil {
			return err
		}
	}
	if after.ContactNo != before.ContactNo {
		named, err := data.OfCodes(r, data.Contacts, []data.ContactNo{after.ContactNo})
		if err != nil {
			return err
		}
		for _, c := range named {
			if err := contact.CheckUsable(c); err != nil { // S:CO-60
				return err
			}
		}
	}
	if after.CampaignNo == "" || after.CampaignNo == before.CampaignNo {
		return nil
	}
	_, err := data.Campaigns.Get(r, after.CampaignNo)
	if errors.Is(err, data.ErrNotFound) {
		return data.Msg("campaign-missing", after.CampaignNo).At("campaign_no")
	}
	return err
}
