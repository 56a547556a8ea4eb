package pricing

import "campaigndesk/data"

// sieve holds a mark from 0 to 63 for the buyer of each row. Most rows of an item are for other parties; the marks tell
// without touching the rows. Parties may share a mark: what falls through the sieve is still judged.
type sieve []uint8

// holdsBack reports whether the row cannot be for the party; no sieve holds nothing back.
func (s sieve) holdsBack(row int, holes uint64) bool {
	return s != nil && holes>>s[row]&1 == 0
}

// holes are the marks of all buyers that stand for the party.
func (p *Party) holes() uint64 {
	holes := uint64(1)<<mark(data.ForAllCustomers, "") | 1<<mark(data.ForCustomer, string(p.CustomerNo)) |
		1<<mark(data.ForGroup, string(p.PriceGroup)) | 1<<mark(data.ForGroup, string(p.DiscGroup))
	for _, campaign := range p.Campaigns {
		holes |= 1 << mark(data.ForCampaign, string(campaign))
	}
	return holes
}

// mark is a hash (FNV-1a) of a buyer.
func mark(salesType data.SalesType, code string) uint8 {
	h := (2166136261 ^ uint32(salesType)) * 16777619
	for i := range len(code) {
		h = (h ^ uint32(code[i])) * 16777619
	}
	return uint8(h>>16^h) & 63
}
