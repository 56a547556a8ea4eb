package windows

import (
	"strings"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// priceRow is a row of the Sales Prices or of the Sales Line Discounts, for lists that show both.
type priceRow struct {
	Price    *data.SalesPrice // nil: a discount
	Discount *data.SalesLineDiscount
}

// common are the values that both tables have.
type common struct {
	salesType  data.SalesType
	salesCode  string
	code       string
	variant    data.VariantCode
	currency   data.CurrencyCode
	unit       data.UnitCode
	minimum    data.Amount
	start, end data.Date
}

func (r *priceRow) common() common {
	if p := r.Price; p != nil {
		return common{p.SalesType, p.SalesCode, string(p.ItemNo), p.VariantCode, p.CurrencyCode, p.UnitCode, p.MinimumQuantity, p.StartingDate, p.EndingDate}
	}
	d := r.Discount
	return common{d.SalesType, d.SalesCode, d.Code, d.VariantCode, d.CurrencyCode, d.UnitCode, d.MinimumQuantity, d.StartingDate, d.EndingDate}
}

// salesType is the sales type in words.
func (r *priceRow) salesType(s *app.Session) string {
	groups := priceGroups
	if r.Discount != nil {
		groups = discGroups
	}
	return s.Texts.T(salesTypes(groups)[r.common().salesType])
}

// source says in one line which row it is: for whom, from which quantity, when.
func (r *priceRow) source(s *app.Session) string {
	c := r.common()
	parts := []string{strings.TrimSpace(r.salesType(s) + " " + c.salesCode)}
	if c.minimum > 0 {
		parts = append(parts, s.Texts.T("from-quantity", c.minimum, c.unit))
	}
	if c.start != "" || c.end != "" {
		parts = append(parts, s.Locale.FormatDate(c.start)+" – "+s.Locale.FormatDate(c.end))
	}
	return strings.Join(parts, " · ")
}

// page is the window that the row is edited in.
func (r *priceRow) page(s *app.Session) page.Page {
	c := r.common()
	f := priceFilters{SalesType: c.salesType, SalesCode: c.salesCode, Code: c.code}
	if r.Price != nil {
		return SalesPrices(s, f)
	}
	f.Type = r.Discount.Type
	return SalesLineDiscounts(s, f)
}

// priceRowFields are the columns of such a list that say for whom and what the rows are.
func priceRowFields[T any](s *app.Session, row func(*T) *priceRow) page.Fields[T] {
	of := func(t *T) common { return row(t).common() }
	return page.Fields[T]{
		page.Calc("line-type", func(t *T) string {
			if row(t).Price != nil {
				return s.Texts.T("price")
			}
			return s.Texts.T("discount")
		}).Width(8),
		page.Calc("sales-type", func(t *T) string { return row(t).salesType(s) }).Width(17),
		page.Calc("sales-code", func(t *T) string { return of(t).salesCode }).Width(10),
		page.Calc("item-or-group", func(t *T) string { return of(t).code }).Width(12).Hidden(),
		page.Calc("unit", func(t *T) string { return string(of(t).unit) }).Width(6),
		page.CalcAmount("min-qty", func(t *T) data.Amount { return of(t).minimum }).Places(0, 5).BlankZero().Width(8),
		page.CalcAmount("unit-price", func(t *T) data.Amount { return row(t).Price.UnitPrice }).BlankIf(func(t *T) bool { return row(t).Price == nil }).Width(10),
		page.CalcAmount("discount-percent", func(t *T) data.Amount { return row(t).Discount.LineDiscount }).Places(0, 5).
			BlankIf(func(t *T) bool { return row(t).Discount == nil }).Width(9),
	}
}

// priceRowTerms are the columns of when and in which currency and variant the rows apply.
func priceRowTerms[T any](row func(*T) *priceRow) page.Fields[T] {
	of := func(t *T) common { return row(t).common() }
	return page.Fields[T]{
		page.Calc("currency", func(t *T) string { return string(of(t).currency) }).Width(7),
		page.CalcDate("starting-date", func(t *T) data.Date { return of(t).start }),
		page.CalcDate("ending-date", func(t *T) data.Date { return of(t).end }),
		page.Calc("variant", func(t *T) string { return string(of(t).variant) }).Width(8),
	}
}
