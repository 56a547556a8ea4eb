package windows

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/demo"
	"campaigndesk/data"
	"campaigndesk/windows/pagetest"
)

// desk shows the main window on the demo company, with the commands that change the company. The folder is where new ones go.
func desk(t *testing.T) (p *pagetest.Page, folder string) {
	t.Helper()
	folder = t.TempDir()
	demoPath := filepath.Join(folder, "demo.campaigndesk")
	open := func(path string) (*app.Session, error) {
		var db *data.DB
		_, err := os.Stat(path)
		if os.IsNotExist(err) && path == demoPath {
			db, err = demo.New(path, "en", pagetest.WorkDate)
		} else {
			db, err = data.Open(path)
		}
		if err != nil {
			return nil, err
		}
		return app.Start(db)
	}
	s, err := open(demoPath)
	if err != nil {
		t.Fatal(err)
	}
	p = pagetest.Start(t, s, All(), Home)
	p.Desk().Company = CompanyCommands(p.Desk(), filepath.Join(folder, "companies"), demoPath, open)
	p.Window().Open(Campaigns(s)) // with the commands in its menu
	t.Cleanup(func() { p.Window().Session().DB.Close() })
	return p, folder
}

func TestMakeAndOpenCompanies(t *testing.T) {
	p, folder := desk(t)
	give(t, p, "New company…")
	p.Field("Company Name").Focus().Type("Ek & Ask AB").Press("Tab")
	p.WantField("File", filepath.Join(folder, "companies", "Ek & Ask AB.campaigndesk"))
	p.Field("Language").Focus().Type("s")
	p.Field("Laptop Prefix").Focus().Type("N2").Press("Tab")
	p.Button("Make Company").Click()
	if !p.Sees("Ek & Ask AB") || !p.Sees("Kampanjer") {
		t.Errorf("not the new company in Swedish: %q", p.Texts())
	}
	line, err := data.NoSeriesLines.Get(p.Window().Session().DB, data.NoSeriesCode("CAMP"), 10000)
	if err != nil || line.StartingNo != "N2-CP0001" {
		t.Errorf("campaigns begin with %s, %v", line.StartingNo, err)
	}

	give(t, p, "Demoföretag")
	if !p.Sees("Nordic Office AB") {
		t.Errorf("not the demo company: %q", p.Texts())
	}

	give(t, p, "Open company…")
	p.Press("Ctrl+A").Type(filepath.Join(folder, "companies", "Ek & Ask AB.campaigndesk")).Press("Enter")
	if !p.Sees("Ek & Ask AB") {
		t.Errorf("not the company opened: %q", p.Texts())
	}
}

func TestCompanyThatExistsIsNotMadeAgain(t *testing.T) {
	p, folder := desk(t)
	taken := filepath.Join(folder, "taken.campaigndesk")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	give(t, p, "New company…")
	p.Field("Company Name").Focus().Type("Copy").Press("Tab")
	p.Field("File").Focus().Press("Ctrl+A").Type(taken).Press("Tab")
	p.Button("Make Company").Click()
	if !p.Dialog() || !p.Sees("already exists") {
		t.Errorf("no refusal among %q", p.Texts())
	}
}

// A backup takes the company's place; what was there is kept as a backup as well.
func TestBackUpAndRestore(t *testing.T) {
	p, _ := desk(t)
	p.Window().Open(Backups(p.Window().Session()))
	p.Action("Back Up Now").Do()
	p.WantMessage("is made and verified").WantCell(0, "Kind", "Asked for")

	s := p.Window().Session()
	err := s.DB.Write(context.Background(), data.Msg("test"), func(tx *data.Tx) error {
		return data.Campaigns.Insert(tx, &data.Campaign{No: "LATER"})
	})
	if err != nil {
		t.Fatal(err)
	}
	p.Action("Restore…").Do()
	p.Button("Yes").Click()
	if known, err := data.Campaigns.Exists(p.Window().Session().DB, data.CampaignNo("LATER")); err != nil || known {
		t.Errorf("the campaign of after the backup is there: %v %v", known, err)
	}
	p.Window().Open(Backups(p.Window().Session()))
	p.WantCell(0, "Kind", "Before a restore").WantCell(1, "Kind", "Asked for")
}

// give gives a command of the main menu.
func give(t *testing.T, p *pagetest.Page, caption string) {
	t.Helper()
	p.Action(caption).Do()
}
