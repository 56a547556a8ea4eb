package campaign

import (
	"campaigndesk/data"

	"github.com/shopspring/decimal"
)

// Statistics are what the campaign's interactions brought, without canceled and postponed ones (CS-1…7).
type Statistics struct {
	data.CampaignFigures
	ResponseRate           data.Amount // per cent, to 0.1; may exceed 100 (CS-3)
	AvgCostPerResponse     data.Amount // LCY, to 0.01 (CS-5)
	AvgDurationPerResponse data.Amount // minutes, to 0.01 (CS-7)
}

// StatisticsOf computes a campaign's statistics for a period (CS-15, S:OQ-8).
func StatisticsOf(r data.Reader, no data.CampaignNo, p data.Period) (Statistics, error) {
	figures, err := data.FiguresOfCampaign(r, no, p)
	if err != nil {
		return Statistics{}, err
	}
	return statistics(figures)
}

// statistics derives what is divided from what is summed.
func statistics(figures data.CampaignFigures) (s Statistics, err error) {
	s.CampaignFigures = figures
	if s.ResponseRate, err = rate(figures.Responded, figures.TargetsContacted); err != nil {
		return Statistics{}, err
	}
	if s.AvgCostPerResponse, err = ratio(figures.Cost.Decimal(), figures.Responded, 2); err != nil {
		return Statistics{}, err
	}
	s.AvgDurationPerResponse, err = ratio(figures.Duration.Decimal(), figures.Responded, 2)
	return s, err
}

// rate is how many per cent a number is of another, to 0.1; 0 of nothing.
func rate(part, whole int) (data.Amount, error) {
	return ratio(decimal.NewFromInt(int64(100*part)), whole, 1)
}

// ratio divides and rounds to decimal places; what is divided by nothing is 0.
func ratio(sum decimal.Decimal, by int, places int32) (data.Amount, error) {
	if by == 0 {
		return 0, nil
	}
	return data.AmountOf(sum.DivRound(decimal.NewFromInt(int64(by)), places))
}

// Summary is a campaign with its statistics, for the list of all.
type Summary struct {
	data.Campaign
	Statistics
}

// StatisticsOfAll computes the statistics of all campaigns for a period, in the order of their numbers.
func StatisticsOfAll(r data.Reader, p data.Period) ([]Summary, error) {
	campaigns, err := data.Campaigns.Select(r, data.View{})
	if err != nil {
		return nil, err
	}
	figures, err := data.FiguresOfCampaigns(r, p)
	if err != nil {
		return nil, err
	}
	all := make([]Summary, len(campaigns))
	for i, c := range campaigns {
		all[i].Campaign = c
		if all[i].Statistics, err = statistics(figures[c.No]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// The interactions that the figures count, for looking behind them.

// Counted are a campaign's interactions of a period that its figures are made of.
func Counted(no data.CampaignNo, p data.Period) []data.Cond {
	return []data.Cond{data.Equal("campaign_no", no), data.Equal("canceled", false), data.NotPostponed(), data.InPeriod("date", p)}
}

// CountedTargets are the interactions behind Target Contacts Contacted (CS-1).
func CountedTargets(no data.CampaignNo, p data.Period) []data.Cond {
	return append(Counted(no, p), data.Equal("campaign_target", true))
}

// CountedResponses are the interactions behind Contacts Responded (CS-2).
func CountedResponses(no data.CampaignNo, p data.Period) []data.Cond {
	return append(Counted(no, p), data.Equal("campaign_response", true))
}
