package campaign

import (
	"campaigndesk/data"

	"github.com/shopspring/decimal"
)

// Statistics are what the campaign's interactions brought, without canceled and postponed ones (CP-62…67).
type Statistics struct {
	data.CampaignFigures
	ResponseRate           data.Amount // per cent, to 0.1; may exceed 100 (CP-64)
	AvgCostPerResponse     data.Amount // LCY, to 0.01 (CP-66)
	AvgDurationPerResponse data.Amount // minutes, to 0.01 (CP-67)
}

// StatisticsOf computes a campaign's statistics.
func StatisticsOf(r data.Reader, no data.CampaignNo) (Statistics, error) {
	figures, err := data.FiguresOfCampaign(r, no, data.Period{})
	if err != nil {
		return Statistics{}, err
	}
	s := Statistics{CampaignFigures: figures}
	if s.ResponseRate, err = ratio(decimal.NewFromInt(int64(100*figures.Responded)), figures.TargetsContacted, 1); err != nil {
		return Statistics{}, err
	}
	if s.AvgCostPerResponse, err = ratio(figures.Cost.Decimal(), figures.Responded, 2); err != nil {
		return Statistics{}, err
	}
	s.AvgDurationPerResponse, err = ratio(figures.Duration.Decimal(), figures.Responded, 2)
	return s, err
}

// ratio divides and rounds to decimal places; what is divided by nothing is 0.
func ratio(sum decimal.Decimal, by int, places int32) (data.Amount, error) {
	if by == 0 {
		return 0, nil
	}
	return data.AmountOf(sum.DivRound(decimal.NewFromInt(int64(by)), places))
}
