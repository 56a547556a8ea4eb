package windows

import (
	"cmp"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// priceQuestion is what Price Check is asked, and what it answers (CP-256). Nothing of it is stored.
type priceQuestion struct {
	CustomerNo   data.CustomerNo
	ContactNo    data.ContactNo // asked about when the customer is blank
	ItemNo       data.ItemNo
	VariantCode  data.VariantCode
	UnitCode     data.UnitCode
	Quantity     data.Amount
	CurrencyCode data.CurrencyCode
	Date         data.Date

	terms *pricing.Party // of the quote that the question comes from, nil: those of the customer or contact

	name, description string // of the party and the item
	line              pricing.Line
	found             pricing.Explanation
	amounts           pricing.Amounts
	answered          bool
}

// ask answers the question; without an item there is no answer yet.
func (q *priceQuestion) ask(s *app.Session) error {
	q.name, q.description, q.answered = "", "", false
	party, err := q.party(s)
	if err != nil {
		return err
	}
	if q.ItemNo == "" {
		return nil
	}
	book, err := pricing.Load(s.DB, s.Setup, []data.ItemNo{q.ItemNo})
	if err != nil {
		return err
	}
	if q.line, err = book.Line(party, q.ItemNo, q.VariantCode, q.UnitCode, q.Quantity, q.Date); err != nil {
		return err
	}
	q.found = book.Explain(&q.line)
	q.amounts, err = pricing.AmountsOf(q.Quantity, q.found.UnitPrice, q.found.Discount, party.Currency.AmountRounding)
	q.description, q.UnitCode, q.answered = q.line.Item.Description, q.line.UnitCode, err == nil
	return err
}

// party is who asks, with their terms; nobody has those of a contact.
func (q *priceQuestion) party(s *app.Session) (party pricing.Party, err error) {
	q.Date = cmp.Or(q.Date, s.WorkDate) // CP-210
	switch {
	case q.terms != nil:
		party = *q.terms
	case q.CustomerNo != "" || q.ContactNo != "":
		party, err = pricing.PartyOf(s.DB, s.Setup, q.CustomerNo, q.ContactNo, q.Date)
	default:
		party = pricing.DefaultTerms(s.Setup)
	}
	if err != nil {
		return party, err
	}
	if party.CustomerNo != "" {
		q.name = nameIn(s, data.Customers, string(party.CustomerNo), func(c *data.Customer) string { return c.Name })
	} else {
		q.name = nameIn(s, data.Contacts, string(party.ContactNo), func(c *data.Contact) string { return c.Name })
	}
	if party.Currency.Code != q.CurrencyCode || party.Currency.UnitAmountRounding == 0 {
		party.Currency, err = pricing.CurrencyOn(s.DB, s.Setup, q.CurrencyCode, q.Date)
	}
	return party, err
}

// partyEntered takes over the currency of another customer or contact. A contact whose company is a customer is that customer.
func (q *priceQuestion) partyEntered(s *app.Session) error {
	q.terms, q.CurrencyCode = nil, ""
	if q.CustomerNo == "" && q.ContactNo == "" {
		return nil
	}
	party, err := pricing.PartyOf(s.DB, s.Setup, q.CustomerNo, q.ContactNo, cmp.Or(q.Date, s.WorkDate))
	q.CustomerNo, q.CurrencyCode = party.CustomerNo, party.Currency.Code
	return err
}

// itemEntered takes over the unit in which another item is sold.
func (q *priceQuestion) itemEntered() { q.VariantCode, q.UnitCode = "", "" }

// questionOfPrice asks about the first party that a price row is for, at its minimum quantity and on a day it is valid.
func questionOfPrice(s *app.Session, p *data.SalesPrice) priceQuestion {
	q := priceQuestion{ItemNo: p.ItemNo, VariantCode: p.VariantCode, UnitCode: p.UnitCode,
		Quantity: max(p.MinimumQuantity, data.One), Date: dayWithin(s.WorkDate, p.StartingDate, p.EndingDate)}
	q.askFor(s, p.SalesType, p.SalesCode, "customer_price_group")
	if p.CurrencyCode != "" {
		q.CurrencyCode = p.CurrencyCode
	}
	return q
}

// questionOfDiscount asks about the first party that a discount row for an item is for, likewise.
func questionOfDiscount(s *app.Session, d *data.SalesLineDiscount) priceQuestion {
	q := priceQuestion{ItemNo: data.ItemNo(d.Code), VariantCode: d.VariantCode, UnitCode: d.UnitCode,
		Quantity: max(d.MinimumQuantity, data.One), Date: dayWithin(s.WorkDate, d.StartingDate, d.EndingDate)}
	q.askFor(s, d.SalesType, d.SalesCode, "customer_disc_group")
	if d.CurrencyCode != "" {
		q.CurrencyCode = d.CurrencyCode
	}
	return q
}

// askFor chooses the customer, the first customer of the group, or the first target of the campaign. When there is none the
// question is about nobody in particular.
func (q *priceQuestion) askFor(s *app.Session, t data.SalesType, code, groupColumn string) {
	switch t {
	case data.ForCustomer:
		q.CustomerNo = data.CustomerNo(code)
	case data.ForGroup:
		if of, err := data.Customers.First(s.DB, data.View{Fixed: []data.Cond{data.Equal(groupColumn, code)}}, 1); err == nil && len(of) == 1 {
			q.CustomerNo = of[0].No
		}
	case data.ForCampaign:
		of, err := data.CampaignTargets.First(s.DB, data.View{Fixed: []data.Cond{data.Equal("campaign_no", code)}}, 1)
		switch {
		case err != nil || len(of) == 0:
		case of[0].Type == data.TargetCustomer:
			q.CustomerNo = data.CustomerNo(of[0].No)
		default:
			q.ContactNo = data.ContactNo(of[0].No)
		}
	}
	q.partyEntered(s) // a fault is said when the question is asked
}

// dayWithin is the day, or the nearest one in a period.
func dayWithin(day, start, end data.Date) data.Date {
	switch {
	case start != "" && day < start:
		return start
	case end != "" && day > end:
		return end
	}
	return day
}
