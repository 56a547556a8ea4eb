package data

// Campaign is an effort to sell to chosen contacts for a time, with prices and discounts of its own (CP section 2).
type Campaign struct {
	ID               int64              `db:"id"`
	No               CampaignNo         `db:"no,code=20"`
	Description      string             `db:"description,text=100"`
	StatusCode       CampaignStatusCode `db:"status_code,code=10,ref"`
	StartingDate     Date               `db:"starting_date"` // blank: since ever (CP-14)
	EndingDate       Date               `db:"ending_date"`   // blank: never ends
	SalespersonCode  SalespersonCode    `db:"salesperson_code,code=20,ref"`
	LastDateModified Date               `db:"last_date_modified"` // of a stored field, not of what belongs to the campaign (CP-16)
	NoSeries         NoSeriesCode       `db:"no_series,code=20"`  // blank after a typed number
	Dimension1       DimensionCode      `db:"dimension_1_code,code=20"`
	Dimension2       DimensionCode      `db:"dimension_2_code,code=20"`
	Activated        bool               `db:"activated,calc"` // has a target group (CP-71)
	Comment          bool               `db:"comment,calc"`   // has comments (CP-55)
}

// DimensionValue is a code that one of the two global dimension fields of a campaign may take.
type DimensionValue struct {
	ID          int64         `db:"id"`
	Dimension   int           `db:"dimension"` // 1 or 2
	Code        DimensionCode `db:"code,code=20"`
	Description string        `db:"description,text=100"`
}

// The tables of campaigns.
var (
	Campaigns = newTable[Campaign]("campaign", "no", "", map[string]string{
		"activated": "EXISTS (SELECT 1 FROM campaign_target WHERE campaign_target.campaign_no=campaign.no)",
		"comment":   commentsOf(CommentOnCampaign, "campaign.no"),
	})
	DimensionValues = newTable[DimensionValue]("dimension_value", "dimension code", "", nil)
)
