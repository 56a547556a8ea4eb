package campaign

import (
	"cmp"
	"slices"

	"campaigndesk/app"
	"campaigndesk/data"
)

// judge lists what is probably not meant, the grave ones first. Won are the campaign's rows that somebody gets, as compare
// returns them.
func (run *DryRun) judge(s *app.Session, rows []Row, won map[int64]bool) error {
	fault := func(grave bool, kind string, text data.Message) {
		run.Faults = append(run.Faults, Fault{data.Msg(kind), text, grave})
	}
	c := run.Campaign
	if run.Step != Deactivating && len(run.Entering)+run.Staying == 0 {
		fault(true, "fault-no-targets", data.Msg("m02-no-targets", c.No))
	}
	if run.Step == Activating && c.Activated {
		drift, err := data.DriftOf(s.DB, c.No)
		if err != nil {
			return err
		}
		if drift.Leaving > 0 { // activating again removes nobody (CP-80)
			fault(false, "fault-drift", data.Msg("fault-drift-text", drift.Entering, drift.Leaving))
		}
	}
	if len(rows) == 0 {
		fault(true, "fault-no-rows", data.Msg("campaign-without-prices", c.No))
	}
	switch {
	case c.StartingDate > s.WorkDate:
		fault(false, "fault-not-begun", data.Msg("campaign-not-begun", c.No, c.StartingDate))
	case c.EndingDate != "" && c.EndingDate < s.WorkDate:
		fault(true, "fault-over", data.Msg("campaign-over", c.No, c.EndingDate))
	}
	run.judgeRows(rows, won, fault)
	for _, conflict := range run.Conflicts {
		if !conflict.Agreement {
			fault(false, "fault-conflict", data.Msg("fault-conflict-text", conflict.ItemNo, conflict.Description, conflict.Other, conflict.Parties))
		}
	}
	slices.SortStableFunc(run.Faults, func(a, b Fault) int { return cmp.Compare(rank(a), rank(b)) })
	return nil
}

// judgeRows finds faults of single rows: prices of nothing, below cost and above the list, also where only price and discount
// together are below cost, and rows that nobody gets because another row is better for everybody.
func (run *DryRun) judgeRows(rows []Row, won map[int64]bool, fault func(grave bool, kind string, text data.Message)) {
	below := map[string]bool{}
	for _, r := range rows {
		code, description := r.subject()
		switch {
		case r.zero():
			fault(true, "fault-zero", data.Msg("fault-zero-text", code, description))
		case r.belowCost():
			below[code] = true
			fault(true, "fault-below-cost", data.Msg("fault-below-cost-text", code, description, r.Margin))
		case r.aboveList():
			fault(false, "fault-above-list", data.Msg("fault-above-list-text", code, description, r.Price.UnitPrice, r.ListPrice))
		}
	}
	for _, change := range run.Changes {
		if item := string(change.ItemNo); change.HasMargin && change.Margin < 0 && change.After < change.Before && !below[item] {
			below[item] = true
			fault(true, "fault-below-cost", data.Msg("fault-below-cost-text", item, change.Description, change.Margin))
		}
	}
	if run.Step == Deactivating || len(run.Entering)+run.Staying == 0 {
		return
	}
	for _, r := range rows {
		if code, description := r.subject(); !won[r.mark()] && r.validOn(run.Day) && (r.Price != nil || r.Discount.Type == data.DiscountItem) {
			fault(false, "fault-dead-row", data.Msg("fault-dead-row-text", code, description))
		}
	}
}

func rank(f Fault) int {
	if f.Grave {
		return 0
	}
	return 1
}
