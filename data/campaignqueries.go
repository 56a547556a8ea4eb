package data

import (
	"database/sql"
)

// CampaignReferences counts what belongs to a campaign or names it.
type CampaignReferences struct {
	Prices    int
	Discounts int
	Comments  int
	Targets   int
	Segments  int // headers, and segments of which only lines name it
}

// ReferencesToCampaign counts what belongs to a campaign or names it, for the questions before a deletion or a move (CP-25, CP-33).
func ReferencesToCampaign(r Reader, campaign CampaignNo) (CampaignReferences, error) {
	var n CampaignReferences
	err := each(r, `SELECT
		(SELECT count(*) FROM sales_price WHERE sales_type=3 AND sales_code=?1),
		(SELECT count(*) FROM sales_line_discount WHERE sales_type=3 AND sales_code=?1),
		(SELECT count(*) FROM comment_line WHERE table_name=1 AND no=?1),
		(SELECT count(*) FROM campaign_target WHERE campaign_no=?1),
		(SELECT count(*) FROM (SELECT no FROM segment_header WHERE campaign_no=?1 UNION SELECT segment_no FROM segment_line WHERE campaign_no=?1))`,
		[]any{string(campaign)}, func(rows *sql.Rows) error {
			return rows.Scan(&n.Prices, &n.Discounts, &n.Comments, &n.Targets, &n.Segments)
		})
	return n, err
}

// HasPrices reports whether a campaign has a sales price or a line discount (CP-75).
func HasPrices(r Reader, campaign CampaignNo) (bool, error) {
	return scalar[bool](r, `SELECT EXISTS (SELECT 1 FROM sales_price WHERE sales_type=3 AND sales_code=?1)
		OR EXISTS (SELECT 1 FROM sales_line_discount WHERE sales_type=3 AND sales_code=?1)`, string(campaign))
}

// MovePrices gives all prices and discounts of a campaign its dates, both in one step (CP-20…23). Rows that would then be
// the same are refused with the message of their table.
func MovePrices(tx *Tx, campaign CampaignNo, starting, ending Date) error {
	for _, table := range []string{"sales_price", "sales_line_discount"} {
		_, err := tx.exec("UPDATE "+table+` SET starting_date=nullif(?2, ''), ending_date=nullif(?3, '')
			WHERE sales_type=3 AND sales_code=?1 AND (ifnull(starting_date, '')<>?2 OR ifnull(ending_date, '')<>?3)`,
			string(campaign), string(starting), string(ending))
		if constraintOf(err) == constraintUnique {
			return Msg("m13-same-row")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// RenameCampaign brings a campaign's new number to the rows that name it without a foreign key (CP-37); the others follow by
// themselves.
func RenameCampaign(tx *Tx, from, to CampaignNo) error {
	for _, statement := range []string{
		"UPDATE sales_price SET sales_code=? WHERE sales_type=3 AND sales_code=?",
		"UPDATE sales_line_discount SET sales_code=? WHERE sales_type=3 AND sales_code=?",
		"UPDATE interaction SET campaign_no=? WHERE campaign_no=?",
		"UPDATE quote_header SET campaign_no=? WHERE campaign_no=?",
		"UPDATE quote_line SET price_campaign_no=? WHERE price_campaign_no=?",
		"UPDATE quote_line SET discount_campaign_no=? WHERE discount_campaign_no=?",
	} {
		if _, err := tx.exec(statement, string(to), string(from)); err != nil {
			return err
		}
	}
	return RenameComments(tx, CommentOnCampaign, string(from), string(to))
}

// ClearCampaign deletes what belongs to a campaign and takes it off the open segments; logged interactions and quotes keep
// the number as history, but no campaign entry (CP-30, CP-34, S:DV-10).
func ClearCampaign(tx *Tx, campaign CampaignNo) error {
	for _, statement := range []string{
		"DELETE FROM comment_line WHERE table_name=1 AND no=?",
		"DELETE FROM campaign_target WHERE campaign_no=?",
		"DELETE FROM sales_price WHERE sales_type=3 AND sales_code=?",
		"DELETE FROM sales_line_discount WHERE sales_type=3 AND sales_code=?",
		"UPDATE segment_header SET campaign_no=NULL WHERE campaign_no=?",
		"UPDATE segment_line SET campaign_no=NULL WHERE campaign_no=?",
		"UPDATE interaction_template SET campaign_no=NULL WHERE campaign_no=?",
		"UPDATE interaction SET campaign_entry_no=0 WHERE campaign_no=? AND campaign_entry_no<>0",
		"DELETE FROM campaign_entry WHERE campaign_no=?",
	} {
		if _, err := tx.exec(statement, string(campaign)); err != nil {
			return err
		}
	}
	return nil
}

// Activated holds for campaigns that have a target group.
func Activated() Cond {
	return Cond{sql: "no IN (SELECT campaign_no FROM campaign_target)"}
}

// EndingBetween holds for campaigns whose ending date lies in the period, both days included.
func EndingBetween(first, last Date) Cond {
	return Cond{"ending_date BETWEEN ? AND ?", []any{string(first), string(last)}}
}

// ConflictingPrices counts a campaign's prices for which another activated campaign has one too: for the same item, in the same
// unit, variant and currency or in any, on a common day, and with a common target.
func ConflictingPrices(r Reader, campaign CampaignNo) (int, error) {
	return scalar[int](r, `WITH rival AS MATERIALIZED (
			SELECT DISTINCT b.campaign_no FROM campaign_target AS a JOIN campaign_target AS b ON b.type=a.type AND b.no=a.no
			WHERE a.campaign_no=?1 AND b.campaign_no<>?1)
		SELECT count(*) FROM sales_price AS mine WHERE mine.sales_type=3 AND mine.sales_code=?1 AND EXISTS (
			SELECT 1 FROM rival JOIN sales_price AS other ON other.sales_type=3 AND other.sales_code=rival.campaign_no AND other.item_no=mine.item_no
			WHERE (other.variant_code=mine.variant_code OR other.variant_code='' OR mine.variant_code='')
				AND (other.unit_code IS mine.unit_code OR other.unit_code IS NULL OR mine.unit_code IS NULL)
				AND (other.currency_code IS mine.currency_code OR other.currency_code IS NULL OR mine.currency_code IS NULL)
				AND ifnull(other.starting_date, '') <= ifnull(mine.ending_date, '9999-12-31')
				AND ifnull(mine.starting_date, '') <= ifnull(other.ending_date, '9999-12-31'))`, string(campaign))
}
