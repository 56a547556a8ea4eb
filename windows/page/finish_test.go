package page_test

import (
	"errors"
	"testing"

	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// reckoning is a card whose rows take long to find.
type reckoning struct{ Rows []data.Campaign }

func slow(s *app.Session, finish func(reckoning) (reckoning, error)) page.Page {
	return &page.Card[reckoning]{Name: "home", Session: s, Watches: []string{"campaign"},
		Load: func() (reckoning, error) { return reckoning{}, nil }, Finish: finish,
		Parts: []page.Part[reckoning]{&page.ListPart[reckoning, data.Campaign]{Name: "campaigns", Session: s, Fields: campaignFields(), Empty: "campaigns-empty",
			Rows: func(r *reckoning) ([]data.Campaign, error) { return r.Rows, nil }}},
	}
}

// What takes long is shown once it is there, and found anew after a change; a fault leaves what stood there.
func TestWhatTakesLongFollows(t *testing.T) {
	s := pagetest.Session(t, "en")
	var fault error
	p := pagetest.OpenIn(t, s, slow(s, func(r reckoning) (reckoning, error) {
		var err error
		r.Rows, err = data.Campaigns.Select(s.DB, data.View{})
		return r, errors.Join(err, fault)
	}))
	if n := p.Part("Campaigns").Rows(); n != 8 {
		t.Fatalf("%d rows", n)
	}
	add := func(no data.CampaignNo) {
		t.Helper()
		if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Campaigns.Insert(tx, &data.Campaign{No: no}) }); err != nil {
			t.Fatal(err)
		}
	}
	add("NEW")
	if n := p.Part("Campaigns").Rows(); n != 9 {
		t.Errorf("after a change: %d rows", n)
	}
	fault = data.Msg("record-gone")
	add("NEWER")
	p.WantMessage(s.Texts.T("record-gone"))
	if n := p.Part("Campaigns").Rows(); n != 9 {
		t.Errorf("after a fault: %d rows", n)
	}
}

// Until then the parts say that they are calculated, not that they are empty.
func TestWhatTakesLongIsSaidToBeCalculated(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, slow(s, func(r reckoning) (reckoning, error) { return r, data.Msg("record-gone") }))
	if !p.Sees("Calculating…") || p.Sees(s.Texts.T("campaigns-empty")) {
		t.Errorf("the part says %q", p.Texts())
	}
}
