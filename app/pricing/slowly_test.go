package pricing_test

import (
	"math/big"
	"slices"

	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// slowly is the engine a second time, written as CP section 9 reads: collect, drop, convert, keep the highest class, take
// the best. It knows nothing of the real one and calculates in fractions.
type slowly struct {
	line      *pricing.Line
	prices    []data.SalesPrice
	discounts []data.SalesLineDiscount
}

// answer is what both implementations are compared by.
type answer struct {
	Price, Discount                 data.Amount
	PriceRow, DiscountRow           int64 // ids, 0 for none
	AllowLineDisc, AllowInvoiceDisc bool
	NoPrice                         bool
}

func (s slowly) answer() answer {
	// Step A.
	var discounts []data.SalesLineDiscount
	for _, d := range s.discounts {
		if s.forParty(d.SalesType, d.SalesCode, string(s.line.DiscGroup)) && s.fits(d.VariantCode, d.CurrencyCode, d.UnitCode, d.StartingDate, d.EndingDate) &&
			s.reached(d.UnitCode, d.MinimumQuantity) {
			discounts = append(discounts, d)
		}
	}
	highest := 0
	for _, d := range discounts {
		highest = max(highest, class(d.CurrencyCode, d.VariantCode))
	}
	discounts = slices.DeleteFunc(discounts, func(d data.SalesLineDiscount) bool { return class(d.CurrencyCode, d.VariantCode) < highest })
	slices.SortFunc(discounts, func(a, b data.SalesLineDiscount) int { return pricing.CompareDiscounts(&a, &b) })
	var best data.SalesLineDiscount
	for i, d := range discounts {
		if i == 0 || d.LineDiscount > best.LineDiscount {
			best = d
		}
	}

	// Step B.
	type candidate struct {
		row   data.SalesPrice
		price *big.Rat
		net   *big.Rat
	}
	var candidates []candidate
	for _, p := range s.prices {
		if !s.forParty(p.SalesType, p.SalesCode, string(s.line.PriceGroup)) || !s.fits(p.VariantCode, p.CurrencyCode, p.UnitCode, p.StartingDate, p.EndingDate) ||
			!s.reached(p.UnitCode, p.MinimumQuantity) {
			continue
		}
		price := s.convert(p.UnitPrice, p.PriceIncludesVAT, p.VATGroup, p.UnitCode, p.CurrencyCode)
		if price == nil {
			continue // CP-235
		}
		net := price
		if p.AllowLineDisc {
			left := new(big.Rat).Sub(big.NewRat(100, 1), rat(best.LineDiscount))
			net = new(big.Rat).Mul(price, left.Quo(left, big.NewRat(100, 1)))
		}
		candidates = append(candidates, candidate{p, price, net})
	}
	highest = 0
	for _, c := range candidates {
		highest = max(highest, class(c.row.CurrencyCode, c.row.VariantCode))
	}
	candidates = slices.DeleteFunc(candidates, func(c candidate) bool { return class(c.row.CurrencyCode, c.row.VariantCode) < highest })
	slices.SortFunc(candidates, func(a, b candidate) int { return pricing.ComparePrices(&a.row, &b.row) })

	var result answer
	if len(candidates) > 0 {
		cheapest := candidates[0]
		for _, c := range candidates[1:] {
			if c.net.Cmp(cheapest.net) < 0 {
				cheapest = c
			}
		}
		result = answer{Price: amountOf(cheapest.price), PriceRow: cheapest.row.ID, AllowLineDisc: cheapest.row.AllowLineDisc, AllowInvoiceDisc: cheapest.row.AllowInvoiceDisc}
	} else {
		item := s.line.Item
		result = answer{AllowLineDisc: s.line.AllowLineDisc, AllowInvoiceDisc: item.AllowInvoiceDisc}
		if card := s.convert(item.UnitPrice, item.PriceIncludesVAT, item.PriceVATGroup, "", ""); card != nil {
			result.Price = amountOf(card)
		} else {
			result.NoPrice = true
		}
	}
	if result.AllowLineDisc {
		result.Discount, result.DiscountRow = best.LineDiscount, best.ID
	}
	return result
}

// forParty is CP-216 (a).
func (s slowly) forParty(salesType data.SalesType, code, group string) bool {
	switch salesType {
	case data.ForAllCustomers:
		return true
	case data.ForCustomer:
		return s.line.CustomerNo != "" && code == string(s.line.CustomerNo)
	case data.ForGroup:
		return group != "" && code == group
	}
	return slices.Contains(s.line.Campaigns, data.CampaignNo(code))
}

// fits is CP-216 (c) to (g).
func (s slowly) fits(variant data.VariantCode, currency data.CurrencyCode, unit data.UnitCode, start, end data.Date) bool {
	return (variant == "" || variant == s.line.VariantCode) &&
		(currency == "" || currency == s.line.Currency.Code) &&
		(unit == "" || unit == s.line.UnitCode) &&
		(start == "" || start <= s.line.Date) &&
		(end == "" || end >= s.line.Date)
}

// reached is CP-217.
func (s slowly) reached(unit data.UnitCode, minimum data.Amount) bool {
	quantity := new(big.Rat).Abs(rat(s.line.Quantity))
	if unit == "" {
		quantity.Mul(quantity, rat(s.line.QtyPerUnit))
	}
	return rat(minimum).Cmp(quantity) <= 0
}

// class is CP-218.
func class(currency data.CurrencyCode, variant data.VariantCode) int {
	switch {
	case currency != "" && variant != "":
		return 2
	case currency != "" || variant != "":
		return 1
	}
	return 0
}

// convert is CP-222 with its table; nil for a price that cannot be converted.
func (s slowly) convert(price data.Amount, including bool, group data.VATBusinessGroup, unit data.UnitCode, currency data.CurrencyCode) *big.Rat {
	value := rat(price)
	if s.line.VAT != nil {
		if value = s.convertVAT(value, including, group); value == nil {
			return nil
		}
	}
	if unit == "" {
		value.Mul(value, rat(s.line.QtyPerUnit))
	}
	if s.line.Currency.Code != "" && currency == "" {
		value.Mul(value, rat(s.line.Currency.ExchangeRateAmount))
		value.Quo(value, rat(s.line.Currency.RelationalAmount))
	}
	return roundRat(value, rat(s.line.Currency.UnitAmountRounding))
}

func (s slowly) convertVAT(value *big.Rat, including bool, group data.VATBusinessGroup) *big.Rat {
	line, lineKnown := s.line.VAT[pricing.VATGroups{Business: s.line.VATGroup, Product: s.line.Item.VATProductGroup}]
	row, rowKnown := s.line.VAT[pricing.VATGroups{Business: group, Product: s.line.Item.VATProductGroup}]
	plus := func(setup data.VATPostingSetup) *big.Rat {
		if setup.CalculationType == data.VATReverseCharge || setup.CalculationType == data.VATSalesTax {
			return big.NewRat(100, 1)
		}
		return new(big.Rat).Add(big.NewRat(100, 1), rat(setup.VAT))
	}
	hundred := big.NewRat(100, 1)
	reverse := lineKnown && line.CalculationType == data.VATReverseCharge
	switch {
	case !including && !s.line.PricesIncludingVAT:
		return value
	case !including && !lineKnown:
		return nil
	case !including:
		value.Mul(value, plus(line))
		return value.Quo(value, hundred)
	case !rowKnown || row.CalculationType == data.VATSalesTax:
		return nil
	case reverse || !s.line.PricesIncludingVAT:
		value.Mul(value, hundred)
		return value.Quo(value, plus(row))
	case group == s.line.VATGroup:
		return value
	case !lineKnown:
		return nil
	}
	value.Mul(value, plus(line))
	return value.Quo(value, plus(row))
}

func rat(a data.Amount) *big.Rat { return big.NewRat(int64(a), int64(data.One)) }

// roundRat rounds to the nearest multiple of the precision, a half up; prices are not negative.
func roundRat(value, precision *big.Rat) *big.Rat {
	steps := new(big.Rat).Quo(value, precision)
	steps.Add(steps, big.NewRat(1, 2))
	whole := new(big.Int).Quo(steps.Num(), steps.Denom())
	return new(big.Rat).Mul(new(big.Rat).SetInt(whole), precision)
}

func amountOf(value *big.Rat) data.Amount {
	scaled := new(big.Rat).Mul(value, big.NewRat(int64(data.One), 1))
	if !scaled.IsInt() {
		panic("not a multiple of the precision: " + value.String())
	}
	return data.Amount(scaled.Num().Int64())
}
