package data

import "database/sql"

// CampaignReturn says how many contacts were contacted as targets of a campaign in some way, and how many of them answered. Each
// contact counts once (S:OQ-4); contacts that are gone do not count.
type CampaignReturn struct {
	SegmentNo   SegmentNo // the segment through which they were contacted; blank: singly
	Description string    // of the segment
	Week        Date      // or the Monday of the week in which they were contacted, and answered, first
	Contacted   int
	Responded   int
}

// contactsOfCampaign are a campaign's interactions of a period with contacts, for the queries below.
const contactsOfCampaign = `WITH live AS MATERIALIZED (SELECT segment_no, contact_no, date, campaign_target, campaign_response FROM interaction
	WHERE campaign_no=?1 AND postponed=0 AND canceled=0 AND contact_no<>''` + inPeriod + ") "

// ReturnBySegment counts by the segments through which a campaign's contacts were contacted in a period. Who was contacted through
// two, counts for both; the answer may have come in any way.
func ReturnBySegment(r Reader, campaign CampaignNo, p Period) ([]CampaignReturn, error) {
	var all []CampaignReturn
	from, to := p.ends()
	err := each(r, contactsOfCampaign+`SELECT segment_no, coalesce((SELECT description FROM logged_segment AS s WHERE s.segment_no=t.segment_no ORDER BY s.id DESC LIMIT 1),
			(SELECT description FROM segment_header AS h WHERE h.no=t.segment_no), ''), count(*), count(a.contact_no)
		FROM (SELECT DISTINCT segment_no, contact_no FROM live WHERE campaign_target=1) AS t
		LEFT JOIN (SELECT DISTINCT contact_no FROM live WHERE campaign_response=1) AS a ON a.contact_no=t.contact_no
		GROUP BY segment_no ORDER BY segment_no`, []any{string(campaign), from, to}, func(rows *sql.Rows) error {
		var one CampaignReturn
		err := rows.Scan(&one.SegmentNo, &one.Description, &one.Contacted, &one.Responded)
		all = append(all, one)
		return err
	})
	return all, err
}

// ReturnByWeek counts by the weeks in which a campaign's contacts were contacted as targets, and answered, for the first time in a
// period. Weeks in which nothing happened are left out, and so are interactions without a date.
func ReturnByWeek(r Reader, campaign CampaignNo, p Period) ([]CampaignReturn, error) {
	var all []CampaignReturn
	from, to := p.ends()
	first := func(mark, contacted, responded string) string {
		return "SELECT date(min(date), '-6 days', 'weekday 1') AS week, " + contacted + " AS contacted, " + responded +
			" AS responded FROM live WHERE " + mark + "=1 AND date IS NOT NULL GROUP BY contact_no"
	}
	err := each(r, contactsOfCampaign+"SELECT week, sum(contacted), sum(responded) FROM ("+first("campaign_target", "1", "0")+" UNION ALL "+
		first("campaign_response", "0", "1")+") GROUP BY week ORDER BY week", []any{string(campaign), from, to}, func(rows *sql.Rows) error {
		var one CampaignReturn
		err := rows.Scan(&one.Week, &one.Contacted, &one.Responded)
		all = append(all, one)
		return err
	})
	return all, err
}

// CampaignOffer is a line of a quote whose price or discount comes from a campaign, with what the quote says about its money.
type CampaignOffer struct {
	QuoteID            int64
	QuoteNo            QuoteNo
	OrderDate          Date
	Name               string // of the party
	CurrencyCode       CurrencyCode
	ExchangeRateAmount Amount
	RelationalAmount   Amount
	PricesIncludingVAT bool
	VATGroup           VATBusinessGroup
	QuoteLine
}

// CampaignOffers lists the quote lines of a period that have their price or discount from a campaign, by quote.
func CampaignOffers(r Reader, campaign CampaignNo, p Period) ([]CampaignOffer, error) {
	var all []CampaignOffer
	from, to := p.ends()
	err := each(r, `SELECT h.id, h.no, ifnull(h.order_date, ''), h.name, ifnull(h.currency_code, ''), h.exchange_rate_amount, h.relational_amount, h.prices_including_vat, h.vat_group,
			l.id, l.line_no, ifnull(l.item_no, ''), l.variant_code, l.description, ifnull(l.unit_code, ''), l.quantity, l.unit_price, l.line_discount_amount, l.line_amount,
			l.price_campaign_no, l.discount_campaign_no
		FROM quote_line AS l JOIN quote_header AS h ON h.no=l.quote_no
		WHERE l.id IN (SELECT id FROM quote_line WHERE price_campaign_no=?1 AND price_campaign_no<>'' UNION SELECT id FROM quote_line WHERE discount_campaign_no=?1 AND discount_campaign_no<>'')
			AND ifnull(h.order_date, '') BETWEEN ?2 AND ?3 ORDER BY h.no, l.line_no`, []any{string(campaign), from, to}, func(rows *sql.Rows) error {
		var o CampaignOffer
		err := rows.Scan(&o.QuoteID, &o.QuoteNo, &o.OrderDate, &o.Name, &o.CurrencyCode, &o.ExchangeRateAmount, &o.RelationalAmount, &o.PricesIncludingVAT, &o.VATGroup,
			&o.ID, &o.LineNo, &o.ItemNo, &o.VariantCode, &o.Description, &o.UnitCode, &o.Quantity, &o.UnitPrice, &o.LineDiscountAmount, &o.LineAmount,
			&o.PriceCampaignNo, &o.DiscountCampaignNo)
		o.QuoteLine.QuoteNo = o.QuoteNo
		all = append(all, o)
		return err
	})
	return all, err
}

// InPeriod holds for rows whose date lies in the period; rows without a date only in an open one.
func InPeriod(column string, p Period) Cond {
	if p == (Period{}) {
		return Cond{sql: "1"}
	}
	from, to := p.ends()
	return Cond{"ifnull(" + column + ", '') BETWEEN ? AND ?", []any{from, to}}
}
