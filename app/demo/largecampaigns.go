package demo

import (
	"fmt"
	"slices"

	"campaigndesk/data"
)

// lowestCost is the least that an item costs; card prices are twice the cost, other prices less than lowestCost above it.
const lowestCost = 50

// itemsAndCampaigns are what prices are for. Every fourth item also comes in boxes of ten.
func (b *builder) itemsAndCampaigns() {
	r := b.random(2)
	for i := range b.sizes.Items {
		cost := lowestCost + r.IntN(4000)
		b.items = append(b.items, data.Item{No: data.ItemNo(itemNo(i)), Description: fmt.Sprintf("%s%s %s, %s", pick(r, nameStarts), pick(r, nameEnds), pick(r, products), pick(r, looks)),
			BaseUnit: "PCS", UnitCost: data.Int(int64(cost)), UnitPrice: data.Int(int64(cost * 2)), DiscGroup: data.ItemDiscGroup(groupCode(r.IntN(itemGroups))),
			AllowInvoiceDisc: true, VATProductGroup: "STD"})
	}
	for i := range b.sizes.Campaigns {
		start := LargeWorkDate.AddDays(-700 + 900*i/b.sizes.Campaigns)
		b.campaigns = append(b.campaigns, data.Campaign{No: data.CampaignNo(campaignNo(i)), Description: fmt.Sprintf("%s campaign %d", pick(r, trades), i+1),
			StatusCode: "5-START", StartingDate: start, EndingDate: start.AddDays(30 + r.IntN(90)),
			SalespersonCode: data.SalespersonCode(sellerCode(r.IntN(salespeople))), NoSeries: "CAMP"})
	}
	store(b, data.Items, slices.Values(b.items))
	store(b, data.ItemUnits, numbered(len(b.items), func(i int) data.ItemUnit {
		return data.ItemUnit{ItemNo: b.items[i].No, Code: "PCS", QtyPerUnit: data.One}
	}))
	store(b, data.ItemUnits, numbered(len(b.items)/4, func(i int) data.ItemUnit {
		return data.ItemUnit{ItemNo: b.items[i*4].No, Code: "BOX", QtyPerUnit: data.Int(10)}
	}))
	store(b, data.Campaigns, slices.Values(b.campaigns))
}

// segments are one for each campaign. The first campaign is planned for all contacts and not activated; of the others every
// third is activated.
func (b *builder) segments() {
	store(b, data.SegmentHeaders, numbered(len(b.campaigns), func(i int) data.SegmentHeader {
		c := b.campaigns[i]
		return data.SegmentHeader{No: data.SegmentNo(segmentNo(i)), Description: c.Description, SalespersonCode: c.SalespersonCode, Date: c.StartingDate,
			CampaignNo: c.No, CampaignTarget: true, NoSeries: "SEG"}
	}))
	all := append(slices.Clone(b.companies), b.persons...)
	r := b.random(3)
	store(b, data.SegmentLines, func(yield func(data.SegmentLine) bool) {
		for i, c := range b.campaigns {
			n, first := b.sizes.SegmentLines, r.IntN(len(all))
			if i == 0 {
				n = len(all)
			}
			for k := range n {
				contact := all[(first+k)%len(all)]
				line := data.SegmentLine{SegmentNo: data.SegmentNo(segmentNo(i)), LineNo: (k + 1) * 10000, ContactNo: contact.No, ContactCompanyNo: contact.CompanyNo,
					Description: c.Description, SalespersonCode: c.SalespersonCode, Date: c.StartingDate, CampaignNo: c.No, CampaignTarget: true}
				if !yield(line) {
					return
				}
			}
		}
	})
	store(b, data.Interactions, numbered(b.sizes.Interactions, func(int) data.Interaction {
		c, contact := b.campaigns[r.IntN(len(b.campaigns))], all[r.IntN(len(all))]
		response := r.IntN(5) == 0
		template := data.InteractionTemplateCode("LETTER")
		if response {
			template = "RESPONSE"
		}
		return data.Interaction{InteractionTemplateCode: template, InteractionGroupCode: "LETTER", ContactNo: contact.No, ContactCompanyNo: contact.CompanyNo, Date: c.StartingDate.AddDays(r.IntN(30)), Description: "Letter: " + c.Description,
			Cost: data.Int(int64(r.IntN(50))), Duration: data.Int(int64(r.IntN(60))), CampaignNo: c.No, CampaignTarget: !response, CampaignResponse: response,
			SalespersonCode: c.SalespersonCode}
	}))
	b.write(func(tx *data.Tx) error {
		for i, c := range b.campaigns {
			if i%3 != 1 {
				continue
			}
			if err := data.AddPlannedTargets(tx, c.No); err != nil {
				return err
			}
		}
		return nil
	})
}
