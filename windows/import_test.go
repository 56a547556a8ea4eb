package windows

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/company"
	"campaigndesk/data"
	"campaigndesk/windows/pagetest"
)

// emptyCompany is a session in a company without customers and items.
func emptyCompany(t *testing.T) *app.Session {
	t.Helper()
	db, err := company.New(filepath.Join(t.TempDir(), "new.campaigndesk"), company.Choices{Name: "New AB", Language: "en", Region: "sv", Currency: "SEK"})
	if err != nil {
		t.Fatal(err)
	}
	return pagetest.SessionIn(t, db)
}

// files writes files into a folder of their own.
func files(t *testing.T, contents map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, content := range contents {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// chooseFile opens a file as the user does.
func chooseFile(p *pagetest.Page, path string) {
	p.Action("Choose File…").Do()
	p.Press("Ctrl+A").Type(path).Press("Enter")
}

// Every row is judged before anything is written; one command writes, and one undo takes it back.
func TestImportItems(t *testing.T) {
	s := emptyCompany(t)
	folder := files(t, map[string]string{"items.csv": "Artikelnr;Benämning;Enhet;Pris\n1000;Chair;PCS;1 234,50\n1001;Desk;PCS;abc\n1000;Again;PCS;1\n"})
	p := pagetest.OpenIn(t, s, Import(s))
	chooseFile(p, filepath.Join(folder, "items.csv"))
	p.WantField("Import as", "Items")
	columns := p.Part("Columns")
	columns.WantCell(0, "Heading in the File", "Artikelnr")
	columns.WantCell(0, "Field", "No.")
	columns.WantCell(3, "Decimal Sign", "Comma")
	rows := p.Part("Rows")
	rows.WantCell(0, "Becomes", "New")
	for row, says := range []string{"", "Unit Price: “abc” is not a number", "Line 2 of the file is about the same record."} {
		if got := rows.Cell(row, "Reason or Change"); !strings.HasPrefix(got, says) {
			t.Errorf("row %d: %q", row, got)
		}
	}
	p.Field("Create Missing Units and Groups").Focus().Press("Space", "Tab")
	if got := rows.Cell(0, "Reason or Change"); !strings.HasPrefix(got, "Base Unit: Base Unit PCS does not exist.") {
		t.Errorf("a code that is not to be created: %q", got)
	}
	p.Field("Create Missing Units and Groups").Focus().Press("Space", "Tab")
	if !p.Sees("1 new · 0 changed · 0 same · 2 faulty · 1 code to create") {
		t.Errorf("no counts among %q", p.Texts())
	}

	p.Action("Import").Do()
	p.WantMessage("1 new")
	item, err := data.Items.Get(s.DB, data.ItemNo("1000"))
	if err != nil || item.UnitPrice != 123450*data.One/100 {
		t.Errorf("%v %v", item, err)
	}
	p.Press("Ctrl+Z")
	if n, err := data.Items.Count(s.DB, data.View{}); err != nil || n != 0 {
		t.Errorf("%d items after undo, %v", n, err)
	}
}

// A column can be given to another field; the next file with these headings comes as it was left.
func TestMappingIsChosenAndRemembered(t *testing.T) {
	s := emptyCompany(t)
	folder := files(t, map[string]string{"people.csv": "Label,Where\nEk AB,Lund\n", "people2.csv": "Label,Where\nAsk AB,Malmö\n"})
	p := pagetest.OpenIn(t, s, Import(s))
	chooseFile(p, filepath.Join(folder, "people.csv"))
	columns := p.Part("Columns")
	columns.GoTo(0, "Field").Type("name").Press("Enter")
	columns.GoTo(1, "Field").Type("cit").Press("Enter")
	p.Press("Up")
	columns.WantCell(1, "Field", "City")
	columns.GoTo(1, "Field").Type("nonsense").Press("Enter")
	p.WantMessage("nonsense").Press("Esc", "Esc")
	p.Action("Import").Do()
	if c, err := data.Contacts.Get(s.DB, data.ContactNo("CT000001")); err != nil || c.Name != "Ek AB" || c.City != "Lund" {
		t.Fatalf("%v %v", c, err)
	}
	p.Press("Ctrl+3") // opens the part
	p.Part("Files in this folder").WantCell(0, "State", "Imported")
	p.Action("Next File").Do()
	p.WantField("File", "people2.csv")
	columns.WantCell(0, "Field", "Name")
	columns.WantCell(1, "Field", "City")
}

// Fields without a column get one value for all rows: whose prices they are.
func TestValueForAllRows(t *testing.T) {
	s := pagetest.Session(t, "en")
	folder := files(t, map[string]string{"prices.csv": "Item No.,Unit Price\n1010,3999\n1015,4199\n"})
	p := pagetest.OpenIn(t, s, Import(s))
	chooseFile(p, filepath.Join(folder, "prices.csv"))
	p.Press("Ctrl+5") // opens the part
	values := p.Part("Values for all rows")
	values.GoTo(values.Find("Field", "Sales Code"), "Value").Type("CP0007").Press("Enter")
	values.GoTo(values.Find("Field", "Sales Type"), "Value").Type("Campaign").Press("Enter")
	p.Press("Up")
	p.Action("Import").Do()
	p.WantMessage("2 new")
	n, err := data.SalesPrices.Count(s.DB, data.View{Fixed: []data.Cond{data.Equal("sales_type", data.ForCampaign), data.Equal("sales_code", "CP0007"), data.Equal("item_no", "1010")}})
	if err != nil || n != 1 {
		t.Errorf("%d prices, %v", n, err)
	}
}

// The layout that was found can be corrected.
func TestLayoutIsCorrected(t *testing.T) {
	s := emptyCompany(t)
	folder := files(t, map[string]string{"contacts.txt": "Nr;Namn\n1;Ek, Ask & Alm\n"})
	p := pagetest.OpenIn(t, s, Import(s))
	chooseFile(p, filepath.Join(folder, "contacts.txt"))
	p.Press("Ctrl+2")
	p.WantField("Delimiter", "Semicolon ;")
	p.Field("Delimiter").Enter("Comma ,")
	p.Part("Columns").WantCell(0, "Heading in the File", "Nr;Namn")
	p.Field("Delimiter").Enter(";")
	p.Part("Columns").WantCell(1, "Heading in the File", "Namn")
	p.Field("First Line Has Headings").Focus().Press("Space", "Tab")
	p.Part("Columns").WantCell(1, "Heading in the File", "Column 2")
}

func TestFilesThatAreNoTablesAreRefused(t *testing.T) {
	s := emptyCompany(t)
	folder := files(t, map[string]string{"empty.csv": "", "picture.csv": "\x89PNG\r\n\x1a\n"})
	for name, message := range map[string]string{"empty.csv": "is empty", "picture.csv": "is no table"} {
		p := pagetest.OpenIn(t, s, Import(s))
		chooseFile(p, filepath.Join(folder, name))
		p.WantMessage(message).WantField("File", "")
	}
}

// Northwind's folder is worked off file by file, in the order that the window proposes.
func TestImportNorthwindFileByFile(t *testing.T) {
	folder := filepath.Join("..", "..", "shared", "data", "northwind")
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("the sample data are not there: %v", err)
	}
	path, err := filepath.Abs(filepath.Join(folder, "categories.csv"))
	if err != nil {
		t.Fatal(err)
	}
	s := emptyCompany(t)
	p := pagetest.OpenIn(t, s, Import(s))
	chooseFile(p, path)
	for _, c := range []struct{ file, what string }{{"categories.csv", "Item Discount Groups"}, {"employees.csv", "Salespeople"}, {"products.csv", "Items"},
		{"customers.csv", "Customers"}, {"orders.csv", "Sales Quotes"}, {"order_details.csv", "Sales Quote Lines"}} {
		p.WantField("File", c.file).WantField("Import as", c.what)
		p.Action("Import").Do()
		p.WantMessage("0 faulty")
		if c.file != "order_details.csv" {
			p.Action("Next File").Do()
		}
	}
	if n, err := data.QuoteLines.Count(s.DB, data.View{}); err != nil || n != 2155 {
		t.Errorf("%d quote lines, %v", n, err)
	}
	if _, err := s.DB.Undo(context.Background()); err != nil {
		t.Error(err)
	}
}
