package data

import (
	"database/sql"
	"encoding/json"
	"fmt"
)

// What the price engine reads: price and discount rows of many items and buyers in one statement, and whose campaigns they
// are. Lists go in as JSON, so that one prepared statement serves one line and a whole company.

// Buyer is to whom price and discount rows apply: a sales type with its code.
type Buyer struct {
	Type SalesType
	Code string // blank for all customers
}

// PricesFor reads the price rows of items that have one of the sales codes; nil stands for all items, or all codes. The rows
// of all customers have the blank code. Descriptions are left out.
func PricesFor(r Reader, items []ItemNo, codes []string) ([]SalesPrice, error) {
	const columns = `id, sales_type, sales_code, item_no, variant_code, currency_code, unit_code, minimum_quantity, unit_price,
		starting_date, ending_date, price_includes_vat, vat_group, allow_line_disc, allow_invoice_disc`
	query, args := rowsFor("sales_price", columns, "item_no", items, codes)
	var prices []SalesPrice
	words := words{}
	err := eachCells(r, query, args, 15, func(c cells) {
		prices = append(prices, SalesPrice{
			ID: c.int(0), SalesType: SalesType(c.int(1)), SalesCode: words.keep(c[2]), ItemNo: ItemNo(words.keep(c[3])),
			VariantCode: VariantCode(words.keep(c[4])), CurrencyCode: CurrencyCode(words.keep(c[5])), UnitCode: UnitCode(words.keep(c[6])),
			MinimumQuantity: Amount(c.int(7)), UnitPrice: Amount(c.int(8)),
			StartingDate: Date(words.keep(c[9])), EndingDate: Date(words.keep(c[10])),
			PriceIncludesVAT: c.int(11) != 0, VATGroup: VATBusinessGroup(words.keep(c[12])),
			AllowLineDisc: c.int(13) != 0, AllowInvoiceDisc: c.int(14) != 0,
		})
	})
	return prices, err
}

// DiscountsFor reads the discount rows of items and item discount groups, by their codes, that have one of the sales codes;
// nil stands for all objects, or all codes. A code that is both an item's and a group's brings the rows of both.
// Descriptions are left out.
func DiscountsFor(r Reader, objects []string, codes []string) ([]SalesLineDiscount, error) {
	const columns = `id, sales_type, sales_code, type, code, variant_code, currency_code, unit_code, minimum_quantity, line_discount,
		starting_date, ending_date`
	query, args := rowsFor("sales_line_discount", columns, "code", objects, codes)
	var discounts []SalesLineDiscount
	words := words{}
	err := eachCells(r, query, args, 12, func(c cells) {
		discounts = append(discounts, SalesLineDiscount{
			ID: c.int(0), SalesType: SalesType(c.int(1)), SalesCode: words.keep(c[2]), Type: DiscountType(c.int(3)), Code: words.keep(c[4]),
			VariantCode: VariantCode(words.keep(c[5])), CurrencyCode: CurrencyCode(words.keep(c[6])), UnitCode: UnitCode(words.keep(c[7])),
			MinimumQuantity: Amount(c.int(8)), LineDiscount: Amount(c.int(9)),
			StartingDate: Date(words.keep(c[10])), EndingDate: Date(words.keep(c[11])),
		})
	})
	return discounts, err
}

// rowsFor is the statement for the rows of objects and sales codes. It walks through the rows of each object in the key and
// goes to the table only for those with a code; looking each code up in the key would take longer (hence the plus).
func rowsFor[C ~string](table, columns, object string, objects []C, codes []string) (string, []any) {
	query, args := fmt.Sprintf("SELECT %s FROM %s WHERE true", columns, table), []any(nil)
	if objects != nil {
		query, args = query+" AND "+object+" IN (SELECT value FROM json_each(?))", append(args, listOf(objects))
	}
	if codes != nil {
		query, args = query+" AND +sales_code IN (SELECT value FROM json_each(?))", append(args, listOf(codes))
	}
	return query, args
}

// OverlappingPrice reports whether another row for the same item, buyer, variant, unit, currency and minimum quantity is
// valid at some time of this row's period (CP-116).
func OverlappingPrice(r Reader, p SalesPrice) (bool, error) {
	return scalar[bool](r, `SELECT EXISTS (SELECT 1 FROM sales_price WHERE id <> ? AND item_no=? AND sales_type=? AND sales_code=?
		AND ifnull(currency_code, '')=? AND variant_code=? AND ifnull(unit_code, '')=? AND minimum_quantity=?
		AND ifnull(starting_date, '') <= ? AND ifnull(ending_date, ?) >= ?)`,
		p.ID, string(p.ItemNo), p.SalesType, p.SalesCode, string(p.CurrencyCode), string(p.VariantCode), string(p.UnitCode), int64(p.MinimumQuantity),
		endOf(p.EndingDate), string(LastDate), string(p.StartingDate))
}

// OverlappingDiscount is OverlappingPrice for discount rows.
func OverlappingDiscount(r Reader, d SalesLineDiscount) (bool, error) {
	return scalar[bool](r, `SELECT EXISTS (SELECT 1 FROM sales_line_discount WHERE id <> ? AND code=? AND type=? AND sales_type=? AND sales_code=?
		AND ifnull(currency_code, '')=? AND variant_code=? AND ifnull(unit_code, '')=? AND minimum_quantity=?
		AND ifnull(starting_date, '') <= ? AND ifnull(ending_date, ?) >= ?)`,
		d.ID, d.Code, d.Type, d.SalesType, d.SalesCode, string(d.CurrencyCode), string(d.VariantCode), string(d.UnitCode), int64(d.MinimumQuantity),
		endOf(d.EndingDate), string(LastDate), string(d.StartingDate))
}

func endOf(ending Date) string {
	if ending == "" {
		return string(LastDate)
	}
	return string(ending)
}

// CopyPrices copies price rows to another buyer of their sales type; copies for a campaign take its dates. A row whose key
// exists already is left out (CP-158, CP-159). It returns how many were copied.
func CopyPrices(tx *Tx, ids []int64, to Buyer) (int, error) {
	return copyRows(tx, "sales_price", `item_no, variant_code, currency_code, unit_code, minimum_quantity, unit_price, price_includes_vat,
		vat_group, allow_line_disc, allow_invoice_disc`, ids, to)
}

// CopyDiscounts is CopyPrices for discount rows.
func CopyDiscounts(tx *Tx, ids []int64, to Buyer) (int, error) {
	return copyRows(tx, "sales_line_discount", "type, code, variant_code, currency_code, unit_code, minimum_quantity, line_discount", ids, to)
}

func copyRows(tx *Tx, table, columns string, ids []int64, to Buyer) (int, error) {
	dates, args := "starting_date, ending_date", []any{to.Code}
	if to.Type == ForCampaign {
		dates = "(SELECT starting_date FROM campaign WHERE no=?), (SELECT ending_date FROM campaign WHERE no=?)"
		args = append(args, to.Code, to.Code)
	}
	result, err := tx.exec(fmt.Sprintf(`INSERT INTO %[1]s (sales_type, sales_code, starting_date, ending_date, %[2]s)
		SELECT sales_type, ?, %[3]s, %[2]s FROM %[1]s WHERE id IN (SELECT value FROM json_each(?)) AND sales_type=? ORDER BY id
		ON CONFLICT DO NOTHING`, table, columns, dates), append(args, listOf(ids), to.Type)...)
	if err != nil {
		return 0, err
	}
	copied, err := result.RowsAffected()
	return int(copied), err
}

// TargetedParty is who may be in the target group of campaigns: a customer, a contact, or both.
type TargetedParty struct {
	CustomerNo CustomerNo
	ContactNo  ContactNo
}

// CampaignsOf returns, for each party, the campaigns whose target groups have the customer, the company of the contact or
// of the customer, or the contact itself where it has no company (CP-213); ascending.
func CampaignsOf(r Reader, parties []TargetedParty) ([][]CampaignNo, error) {
	campaigns := make([][]CampaignNo, len(parties))
	words := words{}
	err := eachCells(r, `
		WITH party AS MATERIALIZED (SELECT key, value->>0 AS customer, value->>1 AS contact FROM json_each(?)),
			target AS (
				SELECT key, 0 AS type, customer AS no FROM party
				UNION SELECT key, 1, ifnull(company_no, no) FROM party CROSS JOIN contact WHERE no=contact
				UNION SELECT key, 1, contact_no FROM party CROSS JOIN contact_customer WHERE customer_no=customer)
		SELECT DISTINCT key, campaign_no FROM target CROSS JOIN campaign_target AS t WHERE t.type=target.type AND t.no=target.no ORDER BY 1, 2`,
		[]any{listOf(pairsOf(parties))}, 2, func(c cells) {
			campaigns[c.int(0)] = append(campaigns[c.int(0)], CampaignNo(words.keep(c[1])))
		})
	return campaigns, err
}

// PartyTerms are what a customer says about its prices (CP-208). A contact that is no customer has blank ones.
type PartyTerms struct {
	TargetedParty
	CurrencyCode       CurrencyCode
	PriceGroup         CustomerPriceGroup
	DiscGroup          CustomerDiscGroup
	PricesIncludingVAT bool
	VATGroup           VATBusinessGroup
	AllowLineDisc      bool
}

// TermsOf reads the terms of parties, in their order: of the customer, or where that is blank of the customer that the
// contact's company is. A customer without contact gets its own. Parties that do not exist are left out.
func TermsOf(r Reader, parties []TargetedParty) ([]PartyTerms, error) {
	const terms = "customer.currency_code, customer.customer_price_group, customer.customer_disc_group, customer.prices_including_vat, customer.vat_group, customer.allow_line_disc"
	all := make([]PartyTerms, 0, len(parties))
	words := words{}
	err := eachCells(r, `
		WITH party AS MATERIALIZED (SELECT key, value->>0 AS customer, value->>1 AS contact FROM json_each(?))
		SELECT key, customer.no, coalesce(nullif(party.contact, ''), (SELECT contact_no FROM contact_customer WHERE customer_no=customer.no)), `+terms+`
		FROM party CROSS JOIN customer WHERE party.customer <> '' AND customer.no=party.customer
		UNION ALL
		SELECT key, customer.no, contact.no, `+terms+`
		FROM party CROSS JOIN contact LEFT JOIN contact_customer AS link ON link.contact_no=ifnull(contact.company_no, contact.no)
			LEFT JOIN customer ON customer.no=link.customer_no
		WHERE party.customer='' AND contact.no=party.contact
		ORDER BY key`,
		[]any{listOf(pairsOf(parties))}, 9, func(c cells) {
			all = append(all, PartyTerms{TargetedParty: TargetedParty{CustomerNo(words.keep(c[1])), ContactNo(words.keep(c[2]))},
				CurrencyCode: CurrencyCode(words.keep(c[3])), PriceGroup: CustomerPriceGroup(words.keep(c[4])), DiscGroup: CustomerDiscGroup(words.keep(c[5])),
				PricesIncludingVAT: c.int(6) != 0, VATGroup: VATBusinessGroup(words.keep(c[7])), AllowLineDisc: c.int(8) != 0})
		})
	return all, err
}

func pairsOf(parties []TargetedParty) [][2]string {
	pairs := make([][2]string, len(parties))
	for i, p := range parties {
		pairs[i] = [2]string{string(p.CustomerNo), string(p.ContactNo)}
	}
	return pairs
}

// OfCodes reads the records whose key, or whose key's first column, is one of the codes; nil codes stand for all records.
func OfCodes[T any, C ~string](r Reader, t *Table[T], codes []C) ([]T, error) {
	if codes == nil {
		return t.query(r, t.selectSQL)
	}
	return t.query(r, t.selectSQL+" WHERE "+t.key[0].name+" IN (SELECT value FROM json_each(?))", listOf(codes))
}

// listOf is a list as the JSON that statements take.
func listOf[E any](list []E) string {
	if list == nil {
		return "[]"
	}
	words, err := json.Marshal(list)
	if err != nil {
		panic(err) // texts and numbers always have a JSON form
	}
	return string(words)
}

// cells are the values of a row as SQLite gives them.
type cells []any

func (c cells) int(i int) int64 {
	n, _ := c[i].(int64)
	return n
}

// words keeps each text once, however many rows have it.
type words map[string]string

func (w words) keep(cell any) string {
	text, _ := cell.(string)
	if text == "" {
		return ""
	}
	kept, ok := w[text]
	if !ok {
		w[text], kept = text, text
	}
	return kept
}

// eachCells hands the cells of every row to fn; they are overwritten by the next row.
func eachCells(r Reader, query string, args []any, columns int, fn func(cells)) error {
	row, into := make(cells, columns), make([]any, columns)
	for i := range row {
		into[i] = &row[i]
	}
	return each(r, query, args, func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		fn(row)
		return nil
	})
}
