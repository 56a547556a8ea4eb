package campaign_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

func TestOnlyTheFirstCommentOfADayIsDated(t *testing.T) { // CP-53
	s := newDesk(t)
	for i, want := range []data.Date{apptest.WorkDate, "", ""} {
		line, err := campaign.NewComment(s, data.CommentOnCampaign, "CP1")
		if err != nil {
			t.Fatal(err)
		}
		if line.Date != want {
			t.Errorf("line %d is dated %q", i, line.Date)
		}
		if err := campaign.AddComment(s, &line, nil); err != nil {
			t.Fatal(err)
		}
	}
	if other, _ := campaign.NewComment(s, data.CommentOnCampaign, "CP2"); other.Date != apptest.WorkDate {
		t.Errorf("the first of another campaign is dated %q", other.Date)
	}
	s.WorkDate = "2026-03-03"
	if next, _ := campaign.NewComment(s, data.CommentOnCampaign, "CP1"); next.Date != "2026-03-03" {
		t.Errorf("the first of the next day is dated %q", next.Date)
	}
}

func TestCommentsKeepTheirOrder(t *testing.T) { // CP-54
	s := newDesk(t)
	apptest.Add(t, s, data.CommentLines, data.CommentLine{TableName: data.CommentOnCampaign, No: "CP2", LineNo: 5, Comment: "of another campaign"})
	add := func(text string, above *data.CommentLine) *data.CommentLine {
		line := &data.CommentLine{TableName: data.CommentOnCampaign, No: "CP1", Comment: text}
		apptest.Undoes(t, s, func() {
			if err := campaign.AddComment(s, line, above); err != nil {
				t.Fatal(err)
			}
		})
		stored := apptest.All(t, s, data.CommentLines, data.Equal("comment", text))[0]
		return &stored
	}
	first := add("first", nil)
	last := add("last", first)
	between := add("between", first)
	top := add("top", nil)
	got := []int{top.LineNo, first.LineNo, between.LineNo, last.LineNo}
	if diff := cmp.Diff([]int{5000, 10000, 15000, 20000}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if end := add("end", last); end.LineNo != 30000 {
		t.Errorf("at the end: %d", end.LineNo)
	}
}

func TestThereIsAlwaysRoomForAComment(t *testing.T) { // CP-54: halving runs out after 13 lines
	s := newDesk(t)
	apptest.Add(t, s, data.CommentLines, data.CommentLine{TableName: data.CommentOnCampaign, No: "CP1", LineNo: 10000, Comment: "first"}, data.CommentLine{TableName: data.CommentOnCampaign, No: "CP1", LineNo: 20000, Comment: "last"})
	want := []string{"first"}
	for i := range 30 {
		lines := apptest.All(t, s, data.CommentLines, data.CommentsOn(data.CommentOnCampaign, "CP1"))
		above := lines[len(lines)-2]
		text := string(rune('a'+i%26)) + string(rune('a'+i/26))
		want = append(want, text)
		if err := campaign.AddComment(s, &data.CommentLine{TableName: data.CommentOnCampaign, No: "CP1", Comment: text}, &above); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, line := range apptest.All(t, s, data.CommentLines) {
		got = append(got, line.Comment)
	}
	if diff := cmp.Diff(append(want, "last"), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestChangedAndDeletedComments(t *testing.T) { // CP-52, CP-55
	s := newDesk(t)
	apptest.Add(t, s, data.CommentLines, data.CommentLine{TableName: data.CommentOnCampaign, No: "CP1", LineNo: 10000, Comment: "call back"})
	before := apptest.All(t, s, data.CommentLines)[0]
	after := before
	after.Comment = "called back"
	apptest.Undoes(t, s, func() {
		if err := campaign.SaveComment(s, &before, &after); err != nil {
			t.Fatal(err)
		}
	})
	changed := apptest.All(t, s, data.CommentLines)
	if changed[0].Comment != "called back" || changed[0].LastDateModified != s.Today() {
		t.Errorf("%+v", changed[0])
	}
	if !apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1")).Comment {
		t.Error("a campaign with a comment says it has none")
	}
	apptest.Undoes(t, s, func() {
		if err := campaign.DeleteComments(s, changed); err != nil {
			t.Fatal(err)
		}
	})
	if apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1")).Comment {
		t.Error("a campaign without comments says it has one")
	}
}
