package exchange

import (
	"cmp"

	"campaigndesk/app/pricing"
	"campaigndesk/app/quote"
	"campaigndesk/data"
)

// salesQuotes are the heads of quotes; orders of other programs come in as quotes.
var salesQuotes = register[data.QuoteHeader]{
	id:    "sales-quotes",
	table: data.QuoteHeaders,
	fields: []bound[data.QuoteHeader]{
		{required(code("no", 20, "No.", "Nr", "Quote No.", "Offertnr", "OrderID", "Order ID", "Order No.", "Ordernr", "Document No.",
			"Dokumentnr", "Quote ID", "Offertnummer", "Ordernummer", "ID")), func(q *data.QuoteHeader) any { return &q.No }},
		{required(code("customer-no", 20, "Customer No.", "Kundnr", "Sell-to Customer No.", "Försäljningskundnr", "CustomerID",
			"Customer ID", "Kundnummer", "Bill-to Customer No.", "Faktureringskundnr", "Customer", "Kund")),
			func(q *data.QuoteHeader) any { return &q.CustomerNo }},
		{date("order-date", "Order Date", "OrderDate", "Orderdatum", "Document Date", "Dokumentdatum", "Quote Date", "Offertdatum",
			"Date", "Datum"), func(q *data.QuoteHeader) any { return &q.OrderDate }},
		{date("valid-until", "Quote Valid Until Date", "Offert giltig till", "Valid Until", "Giltig till"), func(q *data.QuoteHeader) any { return &q.ValidUntil }},
		{salesperson, func(q *data.QuoteHeader) any { return &q.SalespersonCode }},
		{code("campaign-no", 20, "Campaign No.", "Kampanjnr", "Campaign", "Kampanj"), func(q *data.QuoteHeader) any { return &q.CampaignNo }},
	},
	initial: initialQuote,
	check: func(j *job, _ *draft, before, q *data.QuoteHeader) error {
		if before != nil && (q.CustomerNo != before.CustomerNo || before.Status == data.QuoteReleased) {
			return data.Msg("import-quote-kept", q.No, before.CustomerNo)
		}
		if err := exists(j, data.Campaigns, q.CampaignNo, "campaign-no"); err != nil {
			return err
		}
		return exists(j, data.Salespeople, q.SalespersonCode, salesperson.ID)
	},
}

// initialQuote gives a new quote the terms of its customer (CP-206…212).
func initialQuote(j *job, d *draft, q *data.QuoteHeader) error {
	q.CustomerNo, q.OrderDate = data.CustomerNo(d.text("customer-no")), data.Date(d.text("order-date"))
	return quote.CustomerEntered(j.session, q)
}

// salesQuoteLines are the lines of quotes that exist already.
var salesQuoteLines = register[data.QuoteLine]{
	id:    "sales-quote-lines",
	table: data.QuoteLines,
	fields: []bound[data.QuoteLine]{
		{required(code("document-no", 20, "Document No.", "Dokumentnr", "Quote No.", "Offertnr", "OrderID", "Order ID", "Order No.",
			"Ordernr", "Quote ID")), func(l *data.QuoteLine) any { return &l.QuoteNo }},
		{required(itemNo), func(l *data.QuoteLine) any { return &l.ItemNo }},
		{variant, func(l *data.QuoteLine) any { return &l.VariantCode }},
		{text("description", 100, "Description", "Beskrivning", "Benämning", "Product Name"), func(l *data.QuoteLine) any { return &l.Description }},
		{unit, func(l *data.QuoteLine) any { return &l.UnitCode }},
		{required(amount("quantity", "Quantity", "Antal", "Qty", "Qty.", "Kvantitet")), func(l *data.QuoteLine) any { return &l.Quantity }},
		{unitPrice, func(l *data.QuoteLine) any { return &l.UnitPrice }},
		{lineDiscount, func(l *data.QuoteLine) any { return &l.LineDiscount }},
	},
	derive: func(j *job, d *draft) error {
		header, err := need(j, data.QuoteHeaders, data.QuoteNo(d.text("document-no")), "document-no")
		if err == nil && header != nil && header.Status == data.QuoteReleased {
			err = data.Msg("quote-is-released", header.No)
		}
		if err != nil {
			return err
		}
		return exists(j, data.Items, data.ItemNo(d.text(itemNo.ID)), itemNo.ID)
	},
	initial: initialLine,
	check:   checkLine,
	settle:  settleLine,
}

// initialLine begins a line of its quote, at its place among the lines, so that the same line is found again.
func initialLine(j *job, d *draft, l *data.QuoteLine) error {
	header, err := lookup(j, data.QuoteHeaders, data.QuoteNo(d.text("document-no")))
	if err != nil || header == nil {
		return err
	}
	item, err := lookup(j, data.Items, data.ItemNo(d.text(itemNo.ID)))
	if err != nil || item == nil {
		return err
	}
	*l = quote.NewLine(header)
	l.Description, l.UnitCode = item.Description, cmp.Or(item.SalesUnit, item.BaseUnit)
	l.LineNo, err = j.lineNo(header.No, d)
	return err
}

// checkLine refuses a variant or unit that the item does not have.
func checkLine(j *job, _ *draft, _, l *data.QuoteLine) error {
	if l.VariantCode != "" {
		known, err := data.ItemVariants.Exists(j.tx, l.ItemNo, l.VariantCode)
		if err == nil && !known {
			err = data.Msg("variant-of-item-missing", l.ItemNo, l.VariantCode).At("variant_code")
		}
		if err != nil {
			return err
		}
	}
	if l.UnitCode == "" {
		return nil
	}
	known, err := data.ItemUnits.Exists(j.tx, l.ItemNo, l.UnitCode)
	if err == nil && !known {
		err = data.Msg("unit-of-item-missing", l.ItemNo, l.UnitCode).At("unit_code")
	}
	return err
}

// lineNo finds the place of a line: that of the first line of the quote for the same item, variant and unit that no row of
// the file has taken yet, else one at the end.
func (j *job) lineNo(no data.QuoteNo, d *draft) (int, error) {
	lines, ok := j.lines[no]
	if !ok {
		stored, err := data.QuoteLines.Select(j.tx, data.View{Fixed: []data.Cond{data.Equal("quote_no", no)}})
		if err != nil {
			return 0, err
		}
		lines = &quoteLines{free: stored}
		for _, l := range stored {
			lines.last = max(lines.last, l.LineNo)
		}
		j.lines[no] = lines
	}
	for i, l := range lines.free {
		if string(l.ItemNo) == d.text(itemNo.ID) && string(l.VariantCode) == d.text(variant.ID) &&
			(!d.given(unit.ID) || string(l.UnitCode) == d.text(unit.ID)) {
			lines.free = append(lines.free[:i:i], lines.free[i+1:]...)
			return l.LineNo, nil
		}
	}
	lines.last += 10000
	return lines.last, nil
}

// quoteLines are the lines of one quote while rows are matched with them.
type quoteLines struct {
	free []data.QuoteLine // stored, and taken by no row yet
	last int              // the highest line number
}

// settleLine multiplies the line out. A price or discount that the file gives is a typed one and stays (CP-205); one that
// it does not give is the best there is.
func settleLine(j *job, d *draft, _, l *data.QuoteLine) error {
	price, discount := l.UnitPrice, l.LineDiscount
	l.ManualPrice = l.ManualPrice || d.given(unitPrice.ID)
	l.ManualDiscount = l.ManualDiscount || d.given(lineDiscount.ID)
	if !l.ManualPrice || !l.ManualDiscount {
		if err := quote.QuantityEntered(j.session, l); err != nil {
			return err
		}
	}
	if d.given(unitPrice.ID) {
		l.UnitPrice, l.ManualPrice, l.PriceCampaignNo = price, true, ""
	}
	if d.given(lineDiscount.ID) {
		l.LineDiscount, l.ManualDiscount, l.DiscountCampaignNo = discount, true, ""
	}
	header, err := lookup(j, data.QuoteHeaders, l.QuoteNo)
	if err != nil {
		return err
	}
	currency, err := pricing.CurrencyAt(j.tx, j.session.Setup, header.CurrencyCode, header.ExchangeRateAmount, header.RelationalAmount)
	if err != nil {
		return err
	}
	amounts, err := pricing.AmountsOf(l.Quantity, l.UnitPrice, l.LineDiscount, currency.AmountRounding)
	l.LineDiscountAmount, l.LineAmount = amounts.Discount, amounts.Amount
	return err
}
