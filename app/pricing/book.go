package pricing

import (
	"cmp"
	"slices"

	"campaigndesk/data"
)

// Book holds in memory all that prices depend on, so that many lines are priced without going back to the file. It is a
// picture of the moment it was loaded and safe to share between goroutines.
type Book struct {
	items map[data.ItemNo]*article
	vat   VAT
}

// article is an item with what belongs to it.
type article struct {
	item  data.Item
	units []data.ItemUnit
	rows  Rows
}

// Load reads what the prices of the items depend on; nil items stand for every item. With parties it leaves out the rows
// that are meant for none of them, which makes no difference to [Book.Best]; without, it has the rows of everybody, which
// [Book.Explain] shows. Items that do not exist are left out.
func Load(r data.Reader, setup data.Setup, items []data.ItemNo, parties ...Party) (*Book, error) {
	if items != nil {
		items = slices.Compact(slices.Sorted(slices.Values(items)))
	}
	vat, err := LoadVAT(r, setup)
	if err != nil {
		return nil, err
	}
	found, err := data.OfCodes(r, data.Items, items)
	if err != nil {
		return nil, err
	}
	b := &Book{vat: vat, items: make(map[data.ItemNo]*article, len(found))}
	articles := make([]article, len(found))
	for i, item := range found {
		articles[i].item = item
		b.items[item.No] = &articles[i]
	}
	if err := b.loadUnits(r, items); err != nil {
		return nil, err
	}
	codes := codesOf(parties)
	if err := b.loadPrices(r, items, codes); err != nil {
		return nil, err
	}
	return b, b.loadDiscounts(r, items, codes)
}

// LoadVAT reads the VAT rates; nil when the company's prices know no VAT (CP-139).
func LoadVAT(r data.Reader, setup data.Setup) (VAT, error) {
	if !setup.VAT {
		return nil, nil
	}
	setups, err := data.VATPostingSetups.Select(r, data.View{})
	if err != nil {
		return nil, err
	}
	vat := make(VAT, len(setups))
	for _, s := range setups {
		vat[VATGroups{s.BusinessGroup, s.ProductGroup}] = s
	}
	return vat, nil
}

func (b *Book) loadUnits(r data.Reader, items []data.ItemNo) error {
	units, err := data.OfCodes(r, data.ItemUnits, items)
	if err != nil {
		return err
	}
	for no, s := range gather(units, func(u *data.ItemUnit) data.ItemNo { return u.ItemNo }) {
		if a := b.items[no]; a != nil {
			a.units = units[s.from:s.to]
		}
	}
	return nil
}

func (b *Book) loadPrices(r data.Reader, items []data.ItemNo, codes []string) error {
	prices, err := data.PricesFor(r, items, codes)
	if err != nil {
		return err
	}
	stretches := gather(prices, func(p *data.SalesPrice) data.ItemNo { return p.ItemNo })
	marks := make(sieve, len(prices))
	for i := range prices {
		marks[i] = mark(prices[i].SalesType, prices[i].SalesCode)
	}
	for no, s := range stretches {
		if a := b.items[no]; a != nil {
			a.rows.Prices, a.rows.priceMarks = prices[s.from:s.to], marks[s.from:s.to]
		}
	}
	return nil
}

func (b *Book) loadDiscounts(r data.Reader, items []data.ItemNo, codes []string) error {
	var objects []string
	if items != nil {
		objects = []string{}
		for _, a := range b.items {
			objects = append(objects, string(a.item.No))
			if a.item.DiscGroup != "" {
				objects = append(objects, string(a.item.DiscGroup))
			}
		}
		slices.Sort(objects)
		objects = slices.Compact(objects)
	}
	discounts, err := data.DiscountsFor(r, objects, codes)
	if err != nil {
		return err
	}
	type object struct {
		kind data.DiscountType
		code string
	}
	stretches := gather(discounts, func(d *data.SalesLineDiscount) object { return object{d.Type, d.Code} })
	marks := make(sieve, len(discounts))
	for i := range discounts {
		marks[i] = mark(discounts[i].SalesType, discounts[i].SalesCode)
	}
	for _, a := range b.items {
		for kind, code := range [...]string{data.DiscountItem: string(a.item.No), data.DiscountItemGroup: string(a.item.DiscGroup)} {
			s := stretches[object{data.DiscountType(kind), code}]
			a.rows.Discounts[kind], a.rows.discountMarks[kind] = discounts[s.from:s.to], marks[s.from:s.to]
		}
	}
	return nil
}

// stretch is a run of rows that belong together.
type stretch struct{ from, to int }

// gather moves rows with the same key together and returns where they are.
func gather[T any, K comparable](rows []T, key func(*T) K) map[K]stretch {
	number := map[K]int{} // of each key, in the order they come
	of := make([]int, len(rows))
	var sizes []int
	for i := range rows {
		n, known := number[key(&rows[i])]
		if !known {
			n = len(number)
			number[key(&rows[i])], sizes = n, append(sizes, 0)
		}
		of[i] = n
		sizes[n]++
	}
	ends := make([]int, len(sizes)) // of the stretch of each key as far as it is filled
	for n := 1; n < len(ends); n++ {
		ends[n] = ends[n-1] + sizes[n-1]
	}
	place := of // where each row goes
	for i, n := range of {
		place[i] = ends[n]
		ends[n]++
	}
	for i := range rows {
		for place[i] != i {
			to := place[i]
			rows[i], rows[to], place[i], place[to] = rows[to], rows[i], place[to], to
		}
	}
	stretches := make(map[K]stretch, len(number))
	for k, n := range number {
		stretches[k] = stretch{ends[n] - sizes[n], ends[n]}
	}
	return stretches
}

// codesOf are the sales codes of rows that can apply to one of the parties; nil for no parties.
func codesOf(parties []Party) []string {
	if len(parties) == 0 {
		return nil
	}
	codes := []string{""} // of all customers
	for i := range parties {
		p := &parties[i]
		codes = append(codes, string(p.CustomerNo), string(p.PriceGroup), string(p.DiscGroup))
		for _, campaign := range p.Campaigns {
			codes = append(codes, string(campaign))
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// Line puts a question to the book. A blank unit is the item's sales unit, else its base unit (CP-233). It refuses an item
// or a unit that does not exist, at column item_no or unit_code.
func (b *Book) Line(party Party, item data.ItemNo, variant data.VariantCode, unit data.UnitCode, quantity data.Amount, day data.Date) (Line, error) {
	a := b.items[item]
	if a == nil {
		return Line{}, data.Msg("item-missing", item).At("item_no")
	}
	unit = cmp.Or(unit, a.item.SalesUnit, a.item.BaseUnit)
	perUnit, ok := a.qtyPer(unit)
	if !ok {
		return Line{}, data.Msg("unit-of-item-missing", item, unit).At("unit_code")
	}
	return Line{Party: party, Item: &a.item, VariantCode: variant, UnitCode: unit, QtyPerUnit: perUnit, Quantity: quantity, Date: day, VAT: b.vat}, nil
}

// qtyPer is the number of base units in one of the unit; not ok when the item does not have the unit.
func (a *article) qtyPer(unit data.UnitCode) (data.Amount, bool) {
	for i := range a.units {
		if a.units[i].Code == unit {
			return a.units[i].QtyPerUnit, true
		}
	}
	return data.One, unit == a.item.BaseUnit
}

// Item is an item of the book, nil if it has none of the number.
func (b *Book) Item(no data.ItemNo) *data.Item {
	if a := b.items[no]; a != nil {
		return &a.item
	}
	return nil
}

// Items are the numbers of the book's items, ascending.
func (b *Book) Items() []data.ItemNo {
	nos := make([]data.ItemNo, 0, len(b.items))
	for no := range b.items {
		nos = append(nos, no)
	}
	slices.Sort(nos)
	return nos
}

// Rows are the rows that might apply to an item.
func (b *Book) Rows(item data.ItemNo) Rows {
	a := b.items[item]
	if a == nil {
		return Rows{}
	}
	return a.rows
}

// Best finds the best discount and price for a line of this book.
func (b *Book) Best(l *Line) Result { return Best(l, b.Rows(l.Item.No)) }

// Explain decides as Best does and says why.
func (b *Book) Explain(l *Line) Explanation { return Explain(l, b.Rows(l.Item.No)) }
