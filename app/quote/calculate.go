package quote

import (
	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// cause is what made a line be calculated. It decides what becomes of a typed price or discount.
type cause int

const (
	byQuantity cause = iota // quantity or variant
	byHeader                // other terms of the line or of the quote
	anew                    // another item, unit, party or currency, or the wish of the user: nothing typed is kept
)

// calculation prices lines of one quote with the terms that the quote keeps (CP-206…212).
type calculation struct {
	setup data.Setup
	party pricing.Party
	day   data.Date
	book  *pricing.Book
}

// calculate begins the calculation of lines, or of some of them.
func calculate(r data.Reader, s *app.Session, h *data.QuoteHeader, lines ...data.QuoteLine) (c calculation, err error) {
	c.setup, c.day = s.Setup, dayOf(s, h)
	if c.party, err = partyOf(r, s.Setup, h); err != nil {
		return c, err
	}
	items := make([]data.ItemNo, 0, len(lines))
	buyers := []pricing.Party{c.party}
	known := map[[2]string]bool{}
	for i := range lines {
		items = append(items, lines[i].ItemNo)
		if groups := [2]string{string(lines[i].PriceGroup), string(lines[i].DiscGroup)}; !known[groups] {
			known[groups] = true
			buyers = append(buyers, c.partyFor(&lines[i]))
		}
	}
	c.book, err = pricing.Load(r, s.Setup, items, buyers...)
	return c, err
}

// partyOf is whom a quote is for, with the terms it keeps. A contact whose company has become a customer since is that
// customer, on the old terms.
func partyOf(r data.Reader, setup data.Setup, h *data.QuoteHeader) (pricing.Party, error) {
	party := pricing.Party{CustomerNo: h.CustomerNo, ContactNo: h.ContactNo, PriceGroup: h.PriceGroup, DiscGroup: h.DiscGroup,
		PricesIncludingVAT: h.PricesIncludingVAT, VATGroup: h.VATGroup, AllowLineDisc: h.AllowLineDisc}
	if party.CustomerNo == "" && party.ContactNo != "" {
		contact, err := data.Contacts.Get(r, party.ContactNo)
		if err != nil {
			return party, err
		}
		party.CustomerNo = contact.CustomerNo
	}
	campaigns, err := data.CampaignsOf(r, []data.TargetedParty{{CustomerNo: party.CustomerNo, ContactNo: party.ContactNo}})
	if err != nil {
		return party, err
	}
	party.Campaigns = campaigns[0]
	party.Currency, err = pricing.CurrencyAt(r, setup, h.CurrencyCode, h.ExchangeRateAmount, h.RelationalAmount)
	return party, err
}

// partyFor is the party with the groups that the line has for itself (CP-208).
func (c *calculation) partyFor(l *data.QuoteLine) pricing.Party {
	party := c.party
	party.PriceGroup, party.DiscGroup = l.PriceGroup, l.DiscGroup
	return party
}

func (c *calculation) line(l *data.QuoteLine) (pricing.Line, error) {
	return c.book.Line(c.partyFor(l), l.ItemNo, l.VariantCode, l.UnitCode, l.Quantity, c.day)
}

// price finds the line's discount and price and multiplies it out (CP-202). What the user typed is kept as far as the cause
// and Setup let it be.
func (c *calculation) price(l *data.QuoteLine, by cause) error {
	line, err := c.line(l)
	if err != nil {
		return err
	}
	best := c.book.Best(&line)
	l.UnitCode, l.AllowLineDisc, l.AllowInvoiceDisc = line.UnitCode, best.AllowLineDisc, best.AllowInvoiceDisc
	if !c.keepsPrice(l, by, best) {
		if best.NoPrice {
			return data.Msg("quote-no-price", l.ItemNo).At("item_no")
		}
		l.UnitPrice, l.PriceCampaignNo, l.ManualPrice = best.UnitPrice, best.PriceCampaign(), false
	}
	if !c.keepsDiscount(l, by) {
		l.LineDiscount, l.DiscountCampaignNo, l.ManualDiscount = best.Discount, best.DiscountCampaign(), false
	}
	return multiply(l, c.party.Currency.AmountRounding)
}

// keepsPrice reports whether a typed price stays: always (CP-205), or as in BC only where no price row could say otherwise
// (CP-203).
func (c *calculation) keepsPrice(l *data.QuoteLine, by cause, best pricing.Result) bool {
	if c.setup.BCOverwriting {
		return l.ManualPrice && by == byQuantity && best.PriceRows == 0
	}
	return l.ManualPrice && by != anew
}

// keepsDiscount reports whether a typed discount stays: always (CP-205), or as in BC never (CP-204).
func (c *calculation) keepsDiscount(l *data.QuoteLine, by cause) bool {
	return l.ManualDiscount && by != anew && !c.setup.BCOverwriting
}

// multiply derives the line's amounts from quantity, price and discount (CP-237).
func multiply(l *data.QuoteLine, precision data.Amount) error {
	amounts, err := pricing.AmountsOf(l.Quantity, l.UnitPrice, l.LineDiscount, precision)
	l.LineDiscountAmount, l.LineAmount = amounts.Discount, amounts.Amount
	return err
}

// LineOf is the question that a line asks of the price engine, with the terms that its quote keeps: for "Why this price?".
func LineOf(s *app.Session, h *data.QuoteHeader, l *data.QuoteLine) (pricing.Line, error) {
	c, err := calculate(s.DB, s, h, *l)
	if err != nil {
		return pricing.Line{}, err
	}
	return c.line(l)
}

// RowCounts counts the price and discount rows that apply to a line when its quantity is not looked at (CP-254).
func RowCounts(s *app.Session, h *data.QuoteHeader, l *data.QuoteLine) (prices, discounts int, err error) {
	c, err := calculate(s.DB, s, h, *l)
	if err != nil {
		return 0, 0, err
	}
	line, err := c.line(l)
	if err != nil {
		return 0, 0, err
	}
	best := c.book.Best(&line)
	return best.PriceRows, best.DiscountRows, nil
}

// Recalculate prices all lines of a quote with the terms that its header has now. Typed prices and discounts stay as Setup
// says (CP-205).
func Recalculate(s *app.Session, h *data.QuoteHeader) error {
	return s.Write(data.Msg("quote-recalculated", h.No), func(tx *data.Tx) error {
		stored, err := mustBeOpen(tx, h.No)
		if err != nil {
			return err
		}
		return recalculate(tx, s, &stored)
	})
}

func recalculate(tx *data.Tx, s *app.Session, h *data.QuoteHeader) error {
	lines, err := linesOf(tx, h.No)
	if err != nil {
		return err
	}
	changed, err := repriced(tx, s, h, lines, byHeader)
	if err != nil {
		return err
	}
	return store(tx, changed)
}

// BestPrice gives lines of one quote the calculated price and discount in place of typed ones (CP-205).
func BestPrice(s *app.Session, lines []data.QuoteLine) error {
	if len(lines) == 0 {
		return nil
	}
	no := lines[0].QuoteNo
	return s.Write(data.Msg("quote-best-price", no), func(tx *data.Tx) error {
		h, err := mustBeOpen(tx, no)
		if err != nil {
			return err
		}
		c, err := calculate(tx, s, &h, lines...)
		if err != nil {
			return err
		}
		for _, l := range lines {
			if err := c.price(&l, anew); err != nil {
				return err
			}
			if err := data.QuoteLines.Update(tx, &l); err != nil {
				return err
			}
		}
		return nil
	})
}

// rebuild prices all lines anew after the quote has got other terms, and tells how many it were (CP-200).
func rebuild(tx *data.Tx, s *app.Session, h *data.QuoteHeader) ([]data.Message, error) {
	lines, err := linesOf(tx, h.No)
	if err != nil {
		return nil, err
	}
	typed := 0
	for _, l := range lines {
		if l.ManualPrice || l.ManualDiscount {
			typed++
		}
	}
	changed, err := repriced(tx, s, h, lines, anew)
	switch {
	case err != nil || len(changed) == 0:
		return nil, err
	case typed > 0:
		return []data.Message{data.Msg("quote-rebuilt-typed", typed)}, store(tx, changed)
	}
	return []data.Message{data.Msg("quote-rebuilt", len(changed))}, store(tx, changed)
}

// repriced returns the lines that come out otherwise than they are when they are priced with the header's terms, its groups
// among them.
func repriced(r data.Reader, s *app.Session, h *data.QuoteHeader, lines []data.QuoteLine, by cause) ([]data.QuoteLine, error) {
	c, err := calculate(r, s, h, lines...)
	if err != nil {
		return nil, err
	}
	var changed []data.QuoteLine
	for _, line := range lines {
		was := line
		line.PriceGroup, line.DiscGroup = h.PriceGroup, h.DiscGroup
		if err := c.price(&line, by); err != nil {
			return nil, err
		}
		if line != was {
			changed = append(changed, line)
		}
	}
	return changed, nil
}

func linesOf(r data.Reader, no data.QuoteNo) ([]data.QuoteLine, error) {
	return data.QuoteLines.Select(r, data.View{Fixed: []data.Cond{data.Equal("quote_no", no)}})
}

func store(tx *data.Tx, lines []data.QuoteLine) error {
	for i := range lines {
		if err := data.QuoteLines.Update(tx, &lines[i]); err != nil {
			return err
		}
	}
	return nil
}
