package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/quote"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Quotes is the list of sales quotes (OQ-3), the newest on top.
func Quotes(s *app.Session) page.Page { return quoteList(s, nil) }

// openQuotes are those that are not released yet.
func openQuotes(s *app.Session) page.Page {
	list := quoteList(s, []data.Cond{data.Equal("status", data.QuoteOpen)})
	list.Title = func() string { return s.Texts.T("cue-open-quotes") }
	return list
}

// quoteList is the list of the quotes for which the conditions hold.
func quoteList(s *app.Session, conditions []data.Cond) *page.List[data.QuoteHeader] {
	type H = data.QuoteHeader
	return &page.List[H]{
		Name: "sales-quotes", Session: s, Table: data.QuoteHeaders,
		View:    func() data.View { return data.View{Fixed: conditions, Desc: true} },
		Watches: []string{data.QuoteLines.Name()},
		Card:    func(h *H) page.Page { return QuoteCard(s, h.ID) },
		NewCard: func() page.Page { return QuoteCard(s, 0) },
		Delete:  func(_ *page.Window, rows []H) error { return quote.Delete(s, rows) },
		Fields: page.Fields[H]{
			page.Code("no", func(h *H) *data.QuoteNo { return &h.No }),
			page.Code("customer-no", func(h *H) *data.CustomerNo { return &h.CustomerNo }),
			page.Code("contact-no", func(h *H) *data.ContactNo { return &h.ContactNo }).Hidden(),
			page.Text("name", func(h *H) *string { return &h.Name }).Width(30),
			page.Date("order-date", func(h *H) *data.Date { return &h.OrderDate }),
			page.Date("valid-until", func(h *H) *data.Date { return &h.ValidUntil }),
			page.Code("salesperson-code", func(h *H) *data.SalespersonCode { return &h.SalespersonCode }),
			page.Code("campaign-no", func(h *H) *data.CampaignNo { return &h.CampaignNo }),
			page.Code("currency-code", func(h *H) *data.CurrencyCode { return &h.CurrencyCode }).Width(9),
			page.Amount("amount", func(h *H) *data.Amount { return &h.Amount }).Places(2, 2),
			page.Choice("status", func(h *H) *data.QuoteStatus { return &h.Status }, quoteStatuses...).Width(10).
				Chip(func(h *H) page.Tone { return quoteState(s, h)[0].Tone }),
		},
		Empty: "sales-quotes-empty",
	}
}

// quoteStatuses are the options of a quote's status in the stored order.
var quoteStatuses = []string{"status-open", "status-released"}

// quoteState is how far a quote is, and whether it is too late for it.
func quoteState(s *app.Session, h *data.QuoteHeader) []page.Chip {
	chips := []page.Chip{{Text: s.Texts.T(quoteStatuses[h.Status]), Tone: page.Muted}}
	if h.Status == data.QuoteReleased {
		chips[0].Tone = page.Good
	}
	if h.ValidUntil != "" && h.ValidUntil < s.WorkDate {
		chips = append(chips, page.Chip{Text: s.Texts.T("quote-expired", h.ValidUntil), Tone: page.Warning})
	}
	return chips
}
