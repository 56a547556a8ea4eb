package windows

import (
	"testing"

	"campaigndesk/data"
	"campaigndesk/windows/pagetest"
)

// Whatever the search finds can be opened.
func TestFoundRecordsOpen(t *testing.T) {
	s := pagetest.Session(t, "en")
	opened := map[string]bool{}
	for _, words := range []string{"CP0001", "SM00003", "SQ00001", "CT000001", "CU00001", "1010", "JR"} {
		hits, err := data.Search(s.DB, words, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, hit := range hits {
			open := Records()[hit.Table]
			if open == nil {
				t.Errorf("%s %s cannot be opened", hit.Table, hit.No)
				continue
			}
			if p := pagetest.OpenIn(t, s, open(s, hit.ID)); !p.Sees(hit.No) {
				t.Errorf("%s %s is not in its window", hit.Table, hit.No)
			}
			opened[hit.Table] = true
		}
	}
	if len(opened) != len(Records()) {
		t.Errorf("only %v were found", opened)
	}
}
