package pricing

import (
	"errors"
	"strings"

	"campaigndesk/data"
)

// Entry completes and checks price and discount rows as they are entered, field by field and before they are stored (CP 7.3
// to 7.7). It remembers the records it looked up: a new one per entry, or one for a whole import.
type Entry struct {
	r     data.Reader
	setup data.Setup

	items          lookup[data.ItemNo, data.Item]
	variants       lookup[[2]string, data.ItemVariant]
	units          lookup[[2]string, data.ItemUnit]
	customers      lookup[data.CustomerNo, data.Customer]
	priceGroups    lookup[data.CustomerPriceGroup, data.PriceGroup]
	discGroups     lookup[data.CustomerDiscGroup, data.CustomerDiscountGroup]
	itemDiscGroups lookup[data.ItemDiscGroup, data.ItemDiscountGroup]
	campaigns      lookup[data.CampaignNo, data.Campaign]
	currencies     lookup[data.CurrencyCode, data.Currency]
	vat            lookup[VATGroups, data.VATPostingSetup]
}

// Enter begins an entry.
func Enter(r data.Reader, setup data.Setup) *Entry { return &Entry{r: r, setup: setup} }

// Expect reads items at once that are going to be asked for one by one.
func (e *Entry) Expect(items []data.ItemNo) error {
	found, err := data.OfCodes(e.r, data.Items, items)
	if err != nil {
		return err
	}
	if e.items == nil {
		e.items = lookup[data.ItemNo, data.Item]{}
	}
	for i := range found {
		e.items[found[i].No] = &found[i]
	}
	return nil
}

// lookup remembers records by their key, nil for one that does not exist.
type lookup[K comparable, T any] map[K]*T

func find[K comparable, T any](e *Entry, known *lookup[K, T], table *data.Table[T], k K, key ...any) (*T, error) {
	if record, ok := (*known)[k]; ok {
		return record, nil
	}
	if *known == nil {
		*known = lookup[K, T]{}
	}
	record, err := table.Get(e.r, key...)
	switch {
	case errors.Is(err, data.ErrNotFound):
		(*known)[k] = nil
		return nil, nil
	case err != nil:
		return nil, err
	}
	(*known)[k] = &record
	return &record, nil
}

// need is find for a record that must exist; missing is the refusal.
func need[K comparable, T any](e *Entry, known *lookup[K, T], table *data.Table[T], missing data.Message, k K, key ...any) (*T, error) {
	record, err := find(e, known, table, k, key...)
	if err == nil && record == nil {
		err = missing
	}
	return record, err
}

func (e *Entry) item(no data.ItemNo, column string) (*data.Item, error) {
	return need(e, &e.items, data.Items, data.Msg("item-missing", no).At(column), no, no)
}

func (e *Entry) customer(code string) (*data.Customer, error) {
	no := data.CustomerNo(code)
	return need(e, &e.customers, data.Customers, data.Msg("customer-missing", no).At("sales_code"), no, no)
}

func (e *Entry) campaign(code string) (*data.Campaign, error) {
	no := data.CampaignNo(code)
	return need(e, &e.campaigns, data.Campaigns, data.Msg("campaign-missing", no).At("sales_code"), no, no)
}

// checkObject refuses a variant, unit or currency that does not exist (for the item). Blank ones mean every one.
func (e *Entry) checkObject(item data.ItemNo, variant data.VariantCode, unit data.UnitCode, currency data.CurrencyCode) error {
	if variant != "" {
		missing := data.Msg("variant-of-item-missing", item, variant).At("variant_code")
		if _, err := need(e, &e.variants, data.ItemVariants, missing, [2]string{string(item), string(variant)}, item, variant); err != nil {
			return err
		}
	}
	if unit != "" {
		missing := data.Msg("unit-of-item-missing", item, unit).At("unit_code")
		if _, err := need(e, &e.units, data.ItemUnits, missing, [2]string{string(item), string(unit)}, item, unit); err != nil {
			return err
		}
	}
	return e.checkCurrency(currency)
}

func (e *Entry) checkCurrency(currency data.CurrencyCode) error {
	if currency == "" {
		return nil
	}
	_, err := need(e, &e.currencies, data.Currencies, data.Msg("currency-missing", currency).At("currency_code"), currency, currency)
	return err
}

// checkPeriod refuses a start after the end (CP-113).
func checkPeriod(start, end data.Date) error {
	if end != "" && start > end {
		return data.Msg("m07-start-after-end").At("ending_date")
	}
	return nil
}

// checkDates refuses dates typed into a campaign's row, where they are the campaign's (CP-126), and a start after the end.
func checkDates(salesType data.SalesType, code string, start, end data.Date) error {
	if salesType == data.ForCampaign {
		return data.Msg("m11-dates-of-campaign", code).At("starting_date")
	}
	return checkPeriod(start, end)
}

// blank is the refusal of a field that must be filled.
func blank(column string) error { return data.Msg("must-not-be-blank").At(column) }

func negative(column string) error { return data.Msg("must-not-be-negative").At(column) }

// code brings a typed code into the form in which it is stored.
func code[C ~string](c *C) { *c = C(strings.ToUpper(strings.TrimSpace(string(*c)))) }
