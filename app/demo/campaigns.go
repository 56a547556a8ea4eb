package demo

import (
	"errors"

	"campaigndesk/data"
)

// campaigns are eight, each in another state on the work date; segments, prices and targets below belong to them.
func (s *story) campaigns() error {
	return errors.Join(
		load(s, "campaign", data.Campaigns, data.Campaign{NoSeries: "CAMP"}, asItIs),
		load(s, "comment_line", data.CommentLines, data.CommentLine{TableName: data.CommentOnCampaign}, asItIs),
	)
}

// prices are those of campaigns, which have the dates of their campaign (CP-124), and all others.
func (s *story) prices() error {
	return errors.Join(
		load(s, "sales_price", data.SalesPrices, data.SalesPrice{AllowLineDisc: true, AllowInvoiceDisc: true}, func(p *data.SalesPrice) (err error) {
			if p.SalesType == data.ForCampaign {
				p.StartingDate, p.EndingDate, err = s.period(p.SalesCode)
			}
			return err
		}),
		load(s, "sales_line_discount", data.SalesLineDiscounts, data.SalesLineDiscount{}, func(d *data.SalesLineDiscount) (err error) {
			if d.SalesType == data.ForCampaign {
				d.StartingDate, d.EndingDate, err = s.period(d.SalesCode)
			}
			return err
		}),
	)
}

func (s *story) period(campaign string) (start, end data.Date, err error) {
	c, err := data.Campaigns.Get(s.tx, campaign)
	return c.StartingDate, c.EndingDate, err
}

// segments are open worksheets of contacts; of earlier ones only what was logged from them is left.
func (s *story) segments() error {
	return errors.Join(
		load(s, "segment_header", data.SegmentHeaders, data.SegmentHeader{NoSeries: "SEG"}, asItIs),
		load(s, "segment_line", data.SegmentLines, data.SegmentLine{}, s.completeLine),
		load(s, "interaction", data.Interactions, data.Interaction{}, s.logged),
	)
}

func (s *story) completeLine(l *data.SegmentLine) error {
	header, err := data.SegmentHeaders.Get(s.tx, l.SegmentNo)
	if err != nil {
		return err
	}
	contact, err := data.Contacts.Get(s.tx, l.ContactNo)
	l.ContactCompanyNo = contact.CompanyNo
	l.Description, l.SalespersonCode, l.Date, l.CampaignNo = header.Description, header.SalespersonCode, header.Date, header.CampaignNo
	return err
}

// activation gives their target groups to the campaigns that were activated at some time.
func (s *story) activation() error {
	for _, campaign := range []data.CampaignNo{"CP0001", "CP0002", "CP0003", "CP0005", "CP0008"} {
		if err := data.AddPlannedTargets(s.tx, campaign); err != nil {
			return err
		}
	}
	return nil
}

// afterwards things change: one campaign is deactivated when it is over, another drifts, as lines are added to its segments
// and two of its targets lose theirs.
func (s *story) afterwards() error {
	return errors.Join(
		data.RemoveTargets(s.tx, "CP0001"),
		load(s, "segment_line_added_later", data.SegmentLines, data.SegmentLine{}, s.completeLine),
		load(s, "campaign_target", data.CampaignTargets, data.CampaignTarget{}, asItIs),
	)
}
