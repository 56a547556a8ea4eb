package data

import (
	"errors"
	"fmt"
	"go/ast"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// large are the tables that no query of daily work may read from one end to the other.
var largeTables = []string{"contact", "contact_business_relation", "customer", "item", "sales_price", "sales_line_discount", "segment_line", "interaction",
	"campaign_target", "quote_header", "quote_line", "journal_row", "comment_line", "contact_alt_addr_date_range", "contact_alt_address", "contact_duplicate",
	"contact_industry_group", "contact_job_responsibility", "contact_mailing_group", "contact_profile_answer", "contact_search_string", "segment_history",
	"segment_language", "campaign_entry", "logged_segment"}

// scans lists the large tables that a plan reads from one end to the other, in an order of the table or of an index.
func scans(query, plan string) []string {
	var found []string
	for _, step := range regexp.MustCompile(`(?m)^SCAN (\w+)`).FindAllStringSubmatch(plan, -1) {
		name := step[1]
		if of := regexp.MustCompile(`(\w+) AS ` + name + `\b`).FindStringSubmatch(query); of != nil {
			name = of[1]
		}
		if slices.Contains(largeTables, name) && !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	return found
}

func TestScansAreFound(t *testing.T) {
	db := newCompany(t)
	for query, want := range map[string][]string{
		"SELECT * FROM contact WHERE city='Lund'":                                   {"contact"},
		"SELECT * FROM contact WHERE no='X'":                                        nil,
		"SELECT count(*) FROM sales_price":                                          {"sales_price"},
		"SELECT 1 FROM item AS i CROSS JOIN sales_price AS p ON p.item_no=i.no":     {"item"},
		"SELECT (SELECT count(*) FROM quote_line AS l WHERE l.line_no=1) FROM item": {"item", "quote_line"},
	} {
		if diff := cmp.Diff(want, scans(query, planOf(t, db, query))); diff != "" {
			t.Errorf("%s: %s", query, diff)
		}
	}
}

// queries are all functions of the package that read or write a company, by name. Their arguments are made up.
var queries = map[string]any{
	"AddContacts": AddContacts, "AddPlannedTargets": AddPlannedTargets, "AddTargets": AddTargets, "CampaignsOf": CampaignsOf,
	"ClearCampaign": ClearCampaign, "ClearSegment": ClearSegment, "ConflictingPrices": ConflictingPrices, "CopyDiscounts": CopyDiscounts,
	"CopyPrices": CopyPrices, "CountContacts": CountContacts, "DiscountsFor": DiscountsFor, "DriftOf": DriftOf, "Drifting": Drifting,
	"DropTarget": DropTarget, "Entering": Entering, "FiguresOfCampaign": FiguresOfCampaign, "ForgetCompanyInHistory": ForgetCompanyInHistory,
	"GetSetup": GetSetup, "HasCommentOn": HasCommentOn, "HasPrices": HasPrices, "HasReasons": HasReasons,
	"HeaderToMatchingLines": func(tx *Tx) error { return HeaderToMatchingLines(tx, "SM1", []string{"campaign_no", "cost"}) },
	"CountMatchingLines":    CountMatchingLines, "SubjectToLines": SubjectToLines, "TemplateToLines": TemplateToLines, "TakeOverTemplate": TakeOverTemplate,
	"HasInheritedDocuments": HasInheritedDocuments, "CopyTemplateLanguages": CopyTemplateLanguages, "FillLineLanguages": FillLineLanguages,
	"NoteDeletions": NoteDeletions, "SegmentLineNo": SegmentLineNo, "ApplyMailingGroup": ApplyMailingGroup, "CountLosingGroup": CountLosingGroup,
	"InteractionsOfLogged": InteractionsOfLogged, "CountLinesToLog": CountLinesToLog, "WasOnSegment": WasOnSegment,
	"ImportMapping": ImportMapping, "IsActivated": IsActivated, "Journal": Journal, "LeaveHistoryWithCompany": LeaveHistoryWithCompany,
	"Leaving": Leaving, "MoveLinesToCompany": MoveLinesToCompany, "MovePrices": MovePrices, "MoveTargets": MoveTargets,
	"LineNo":              func(tx *Tx) (int, error) { return LineNo(tx, QuoteLines, Equal("quote_no", QuoteNo("Q1")), 10000) },
	"OfCodes":             func(r Reader) ([]ItemUnit, error) { return OfCodes(r, ItemUnits, []ItemNo{"I1"}) },
	"OverlappingDiscount": OverlappingDiscount, "OverlappingPrice": OverlappingPrice, "PageColumns": PageColumns, "PageState": PageState,
	"PersonsOf": PersonsOf, "PricesFor": PricesFor, "RateOn": RateOn, "ReasonsOfContact": ReasonsOfContact,
	"ReasonsOfInteractions": ReasonsOfInteractions, "ReasonsOfLines": ReasonsOfLines, "ReasonsOfSegment": ReasonsOfSegment,
	"ReferencesToCampaign": ReferencesToCampaign, "RemoveTargets": RemoveTargets, "RemoveTargetsWithoutReason": RemoveTargetsWithoutReason,
	"RemoveUnplannedTargets": RemoveUnplannedTargets, "RenameCampaign": RenameCampaign, "RenameContact": RenameContact,
	"RenameSegment": RenameSegment, "Search": Search, "TakeHistoryToCompany": TakeHistoryToCompany, "TargetCounts": TargetCounts, "TermsOf": TermsOf, "UnlinkCustomer": UnlinkCustomer,
	"ActiveAltAddress": ActiveAltAddress, "AttachmentContent": AttachmentContent, "AttachmentLogged": AttachmentLogged, "ClearContact": ClearContact,
	"DeleteComments": DeleteComments, "FindDuplicates": FindDuplicates, "GetAttachment": GetAttachment, "LikeContact": LikeContact,
	"LinkCustomer":      LinkCustomer,
	"AddLoggedContacts": AddLoggedContacts, "CancelEntry": CancelEntry, "CancelInteractions": CancelInteractions, "CancelLoggedSegments": CancelLoggedSegments,
	"ClearHistory": ClearHistory, "CountBlockedContacts": CountBlockedContacts, "CountRemoved": CountRemoved, "DeleteEntries": DeleteEntries,
	"DeleteInteractions": DeleteInteractions, "DeleteLoggedSegments": DeleteLoggedSegments, "EnterCampaign": func(tx *Tx) error { return EnterCampaign(tx, &Interaction{CampaignNo: "CP0001"}, "") },
	"AttachmentUses": AttachmentUses, "CallRound": CallRound, "CampaignOffers": CampaignOffers, "EvaluateInteractions": EvaluateInteractions, "ReturnBySegment": ReturnBySegment, "ReturnByWeek": ReturnByWeek,
	"FiguresOfCampaigns": FiguresOfCampaigns, "FiguresOfContact": FiguresOfContact, "GoBack": GoBack, "HeldCanceled": HeldCanceled,
	"InteractionsOfEntries": InteractionsOfEntries, "IsLogged": IsLogged, "LogSegment": LogSegment, "NoteInsertion": func(tx *Tx) error { return NoteInsertion(tx, 1, &SegmentLine{SegmentNo: "SM1"}) },
	"PeopleOfCampaign": PeopleOfCampaign, "RemoveContacts": RemoveContacts, "RemoveLines": RemoveLines, "UnreadyLine": UnreadyLine, "PutAttachment": func(tx *Tx) (int64, error) { return PutAttachment(tx, "a.txt", []byte("a")) }, "RebuildSearchStrings": RebuildSearchStrings, "RenameComments": RenameComments,
	"UseNo": UseNo, "UseOfContact": UseOfContact, "WaysOf": WaysOf,
	"DeleteOwned": func(tx *Tx) error {
		return DeleteOwned(tx, "sales_price", Equal("sales_code", "C1"), Equal("sales_type", ForCustomer))
	},
	"RenameIn": func(tx *Tx) error {
		return RenameIn(tx, "sales_price", "sales_code", "C2", Equal("sales_code", "C1"), Equal("sales_type", ForCustomer))
	},
	"UsesIn": func(r Reader) (Use, error) {
		return UsesIn(r, "sales_price", Equal("item_no", ItemNo("I1")), Equal("unit_code", UnitCode("PCS")))
	},
	"UsesOf": func(r Reader) ([]Use, error) { return UsesOf(r, "item", "I1") },
}

// noQueries have to do with a company, but with none of its large tables, and make transactions of their own.
var noQueries = []string{"Backup", "BackupDaily", "Backups", "SetImportMapping", "SetPageColumns", "SetPageState"}

// wholeTables are the queries that are meant to go through large tables, and why.
var wholeTables = map[string]string{
	"AddContacts":          "contact",                                 // made up without a filter: everybody
	"CountContacts":        "contact",                                 // the same
	"CountBlockedContacts": "contact",                                 // the same
	"FiguresOfCampaigns":   "interaction",                             // of all campaigns, from the index alone
	"Drifting":             "campaign_target",                         // the target groups of all campaigns, compared with what they should be
	"ReasonsOfLines":       "interaction",                             // the plan does not show that the condition is false
	"ReasonsOfSegment":     "interaction",                             // the same
	"RenameCampaign":       "quote_line",                              // rare, and an index would slow down every line
	"RenameContact":        "segment_history",                         // the same
	"MergeContact":         "segment_history",                         // the same
	"FindDuplicates":       "contact_search_string contact_duplicate", // all with all
}

func TestQueriesFindWhatTheyNeedThroughIndexes(t *testing.T) {
	db := newCompany(t)
	if err := fill(db, sizes{contacts: 40, customers: 10, items: 10, campaigns: 3, prices: 100}); err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(queries)) {
		t.Run(name, func(t *testing.T) {
			var found []string
			for query, plan := range plansOf(t, db, queries[name]) {
				for _, table := range scans(query, plan) {
					if slices.Contains(strings.Fields(wholeTables[name]), table) {
						found = append(found, table)
						continue
					}
					t.Errorf("reads all of %s:\n%s\n%s", table, query, plan)
				}
			}
			if wholeTables[name] != "" && found == nil {
				t.Errorf("does not read all of %s any more", wholeTables[name])
			}
		})
	}
}

// plansOf calls a function in a transaction that is rolled back and returns the plans of all statements that it ran.
func plansOf(t *testing.T, db *DB, fn any) map[string]string {
	t.Helper()
	plans := map[string]string{}
	enough := errors.New("enough")
	err := db.Write(t.Context(), Msg("test"), func(tx *Tx) error {
		db.cached.close()
		db.writer.cached.close()
		var args []reflect.Value
		f := reflect.ValueOf(fn)
		for i := range f.Type().NumIn() {
			kind := f.Type().In(i)
			switch {
			case kind == reflect.TypeFor[Reader]() || kind == reflect.TypeFor[*Tx]():
				args = append(args, reflect.ValueOf(tx))
			case f.Type().IsVariadic() && i == f.Type().NumIn()-1:
				args = append(args, someValue(t, kind.Elem()))
			default:
				args = append(args, someValue(t, kind))
			}
		}
		results := f.Call(args)
		if err, _ := results[len(results)-1].Interface().(error); err != nil {
			if _, refused := err.(Message); !refused && !errors.Is(err, ErrNotFound) {
				t.Error(err)
			}
		}
		ran := slices.Concat(slices.Collect(maps.Keys(db.cached.kept)), slices.Collect(maps.Keys(db.writer.cached.kept)))
		for _, query := range ran {
			plans[query] = planOf(t, tx, query)
		}
		if len(ran) == 0 {
			t.Error("ran no statement")
		}
		return enough
	})
	if !errors.Is(err, enough) {
		t.Fatal(err)
	}
	return plans
}

// someValue makes an argument of a type: codes of the generated company, 1 for numbers, one element for lists.
func someValue(t *testing.T, kind reflect.Type) reflect.Value {
	v := reflect.New(kind).Elem()
	if kind == reflect.TypeFor[Date]() {
		v.SetString("2026-03-02")
		return v
	}
	switch kind.Kind() {
	case reflect.String:
		v.SetString(map[reflect.Type]string{reflect.TypeFor[CampaignNo](): "CP0001", reflect.TypeFor[ContactNo](): "CT000001",
			reflect.TypeFor[CustomerNo](): "C00001", reflect.TypeFor[ItemNo](): "I00001", reflect.TypeFor[string](): "C00001"}[kind])
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Slice:
		v = reflect.Append(v, someValue(t, kind.Elem()))
	case reflect.Struct:
		if kind == reflect.TypeFor[View]() || kind == reflect.TypeFor[ContactChoice]() || kind == reflect.TypeFor[Removal]() {
			break // everything
		}
		for i := range kind.NumField() {
			v.Field(i).Set(someValue(t, kind.Field(i).Type))
		}
	case reflect.Bool:
	default:
		t.Fatalf("no value of type %s", kind)
	}
	return v
}

// What the journal does is not among the queries, but has to do with as many rows.
func TestTheJournalFindsItsRowsThroughIndexes(t *testing.T) {
	db := companyWith(t, "CP1", "CP2", "CP3")
	db.writer.cached.close()
	for _, do := range []func() (Message, error){
		func() (Message, error) { return db.UndoEntry(t.Context(), 2) },
		func() (Message, error) { return db.Undo(t.Context()) },
		func() (Message, error) { return db.Redo(t.Context()) },
		func() (Message, error) { return Message{}, db.forgetOld(t.Context()) },
	} {
		if _, err := do(); err != nil {
			t.Fatal(err)
		}
	}
	addCampaigns(t, db, "CP4")
	ran := slices.Collect(maps.Keys(db.writer.cached.kept))
	if err := db.Remember(t.Context(), func(tx *Tx) error {
		for _, query := range ran {
			if plan := planOf(t, tx, query); scans(query, plan) != nil {
				t.Errorf("%s\n%s", query, plan)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func TestEveryQueryIsListed(t *testing.T) {
	for _, s := range sources(t) {
		if s.floor() != "data" || s.test || s.file.Name.Name != "data" {
			continue
		}
		for _, d := range s.file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || !fn.Name.IsExported() || fn.Recv != nil || slices.Contains(noQueries, fn.Name.Name) {
				continue
			}
			for _, p := range fn.Type.Params.List {
				if slices.Contains([]string{"Reader", "&{1 Tx}", "&{1 DB}"}, paramType(p.Type)) && queries[fn.Name.Name] == nil {
					t.Errorf("%s is missing in the list of queries", fn.Name.Name)
				}
			}
		}
	}
}

func paramType(e ast.Expr) string {
	if star, ok := e.(*ast.StarExpr); ok {
		return fmt.Sprintf("&{1 %v}", star.X)
	}
	return fmt.Sprint(e)
}

// The statements that every table has.
func TestRecordsAreReachedByIdAndKey(t *testing.T) {
	db := newCompany(t)
	for name, table := range declared {
		var key []string
		for _, c := range table.key {
			key = append(key, c.keySQL()+"='X'")
		}
		for what, query := range map[string]string{
			"id":     table.selectSQL + " WHERE id=1",
			"ids":    table.selectSQL + " WHERE id IN (SELECT value FROM json_each('[1]'))",
			"key":    table.selectSQL + " WHERE " + strings.Join(key, " AND "),
			"delete": table.deleteSQL,
			"update": table.updateSQL,
		} {
			plan := planOf(t, db, query)
			plan = strings.ReplaceAll(plan, "SCAN setup", "") // one row
			if regexp.MustCompile(`SCAN \w+(\n|$| USING)`).MatchString(plan) {
				t.Errorf("%s by %s:\n%s", name, what, plan)
			}
		}
	}
}

// sorted are the columns by which a large list can be opened in the order of an index, without reading all of it. Its key
// is one of them. A list sorted by any other column reads the whole table once.
var sorted = map[string][]string{
	"contact":                   {"id", "no", "name", "search_name", "company_no", "company_name", "salesperson_code", "territory_code"},
	"contact_business_relation": {"id", "contact_no", "business_relation_code", "customer_no"},
	"customer":                  {"id", "no", "name", "salesperson_code", "currency_code", "customer_price_group", "customer_disc_group"},
	"item":                      {"id", "no", "description", "base_unit", "sales_unit", "item_disc_group"},
	"sales_price":               {"id", "item_no", "sales_code", "unit_code"},
	"sales_line_discount":       {"id", "code", "sales_code", "unit_code"},
	"segment_line":              {"id", "segment_no", "contact_no", "contact_company_no", "campaign_no", "salesperson_code"},
	"interaction": {"id", "contact_no", "contact_company_no", "campaign_no", "campaign_entry_no", "interaction_group_code", "interaction_template_code",
		"logged_segment_no", "salesperson_code", "segment_no"},
	"campaign_target":             {"id", "type", "campaign_no"},
	"campaign_entry":              {"id", "campaign_no", "register_no", "segment_no"},
	"comment_line":                {"id", "table_name"},
	"contact_alt_addr_date_range": {"id", "contact_no"},
	"contact_alt_address":         {"id", "contact_no"},
	"contact_duplicate":           {"id", "contact_no", "duplicate_no"},
	"contact_industry_group":      {"id", "contact_no", "industry_group_code"},
	"contact_job_responsibility":  {"id", "contact_no", "job_responsibility_code"},
	"contact_mailing_group":       {"id", "contact_no", "mailing_group_code"},
	"contact_profile_answer":      {"id", "contact_no", "questionnaire_code"},
	"logged_segment":              {"id", "segment_no"},
	"segment_history":             {"id", "segment_no"},
	"segment_language":            {"id", "segment_no"},
	"quote_header":                {"id", "no", "customer_no", "contact_no", "salesperson_code", "campaign_no"},
	"quote_line":                  {"id", "quote_no", "item_no", "unit_code"},
}

func TestLargeListsOpenInTheOrderOfAnIndex(t *testing.T) {
	db := newCompany(t)
	for _, name := range largeTables {
		table := declared[name]
		if table == nil {
			continue
		}
		var got []string
		for _, c := range append([]column{{}}, table.columns...) {
			byIndex := true
			for _, descending := range []bool{false, true} {
				query, _, err := table.idsSQL(View{Sort: c.name, Desc: descending}, throughIndex)
				if err != nil {
					t.Fatal(err)
				}
				byIndex = byIndex && !strings.Contains(planOf(t, db, query), "USE TEMP B-TREE FOR ORDER BY")
			}
			switch {
			case c.name == "" && !byIndex:
				t.Errorf("%s is not opened in the order of its key", name)
			case c.name != "" && byIndex:
				got = append(got, c.name)
			}
		}
		slices.Sort(got)
		want := slices.Sorted(slices.Values(sorted[name]))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s opens in the order of an index when sorted by (-expected +is): %s", name, diff)
		}
	}
}

// Lists of one record's lines, and what a filter on a code finds, do not read a whole table.
func TestFiltersOnCodesThatNameRecordsUseIndexes(t *testing.T) {
	db := newCompany(t)
	for _, name := range largeTables {
		table := declared[name]
		if table == nil {
			continue
		}
		references, err := column1[string](db, `SELECT "from" FROM pragma_foreign_key_list(?)`, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, column := range append(references, table.key[0].name) {
			if table.column(column).kind != kindCode {
				continue
			}
			for _, expression := range []string{"x", "x|y", "x*", "x..y"} {
				query, _, err := table.idsSQL(View{Filters: map[string]string{column: expression}}, throughIndex)
				if err != nil {
					t.Fatal(err)
				}
				if plan := planOf(t, db, query); scans(query, plan) != nil && !strings.Contains(plan, "USING") {
					t.Errorf("%s filtered by %s %s:\n%s\n%s", name, column, expression, query, plan)
				}
			}
		}
	}
}
