package demo

import (
	"errors"

	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// quotes have the prices of their order dates, as the program finds them, except where the table says a price or discount
// was typed.
func (s *story) quotes() error {
	setup, err := data.GetSetup(s.tx)
	if err != nil {
		return err
	}
	book, err := pricing.Load(s.tx, setup, nil)
	if err != nil {
		return err
	}
	parties, days := map[data.QuoteNo]pricing.Party{}, map[data.QuoteNo]data.Date{}
	return errors.Join(
		load(s, "quote_header", data.QuoteHeaders, data.QuoteHeader{NoSeries: "QUOTE"}, func(h *data.QuoteHeader) error {
			party, err := pricing.PartyOf(s.tx, setup, h.CustomerNo, h.ContactNo, h.OrderDate)
			if err != nil {
				return err
			}
			parties[h.No], days[h.No] = party, h.OrderDate
			h.ContactNo, h.PriceGroup, h.DiscGroup, h.AllowLineDisc = party.ContactNo, party.PriceGroup, party.DiscGroup, party.AllowLineDisc
			h.PricesIncludingVAT, h.VATGroup, h.CurrencyCode = party.PricesIncludingVAT, party.VATGroup, party.Currency.Code
			h.ExchangeRateAmount, h.RelationalAmount = party.Currency.ExchangeRateAmount, party.Currency.RelationalAmount
			h.Name, err = s.nameOf(party)
			return err
		}),
		load(s, "quote_line", data.QuoteLines, data.QuoteLine{}, func(l *data.QuoteLine) error {
			party := parties[l.QuoteNo]
			line, err := book.Line(party, l.ItemNo, l.VariantCode, l.UnitCode, l.Quantity, days[l.QuoteNo])
			if err != nil {
				return err
			}
			best := book.Best(&line)
			l.Description, l.PriceGroup, l.DiscGroup = line.Item.Description, party.PriceGroup, party.DiscGroup
			l.AllowLineDisc, l.AllowInvoiceDisc = best.AllowLineDisc, best.AllowInvoiceDisc
			if l.ManualPrice = l.UnitPrice != 0; !l.ManualPrice {
				l.UnitPrice, l.PriceCampaignNo = best.UnitPrice, best.PriceCampaign()
			}
			if l.ManualDiscount = l.LineDiscount != 0; !l.ManualDiscount {
				l.LineDiscount, l.DiscountCampaignNo = best.Discount, best.DiscountCampaign()
			}
			amounts, err := pricing.AmountsOf(l.Quantity, l.UnitPrice, l.LineDiscount, party.Currency.AmountRounding)
			l.LineDiscountAmount, l.LineAmount = amounts.Discount, amounts.Amount
			return err
		}),
	)
}

// nameOf is the customer's name, else the contact's.
func (s *story) nameOf(p pricing.Party) (string, error) {
	if p.CustomerNo == "" {
		contact, err := data.Contacts.Get(s.tx, p.ContactNo)
		return contact.Name, err
	}
	customer, err := data.Customers.Get(s.tx, p.CustomerNo)
	return customer.Name, err
}
