package data

import "maps"

// The queries on contacts, for the tests of all queries.
var contactQueries = map[string]any{
	"ClearIn": func(tx *Tx) error {
		return ClearIn(tx, "contact", "territory_code", Equal("territory_code", TerritoryCode("NORTH")))
	},
	"Classify": func(tx *Tx) (int, error) {
		return Classify(tx, Classification{Questionnaire: Questionnaire{Code: "Q"}, Answer: QuestionnaireLine{LineNo: 2}, Figure: AvgInteractionCost, Days: 1, Day: "2026-03-02"})
	},
	"CommonAltAddresses": CommonAltAddresses, "FiguresOfSalesperson": FiguresOfSalesperson, "ForgetPerson": ForgetPerson,
	"MergeContact": func(tx *Tx) error { return MergeContact(tx, Contact{No: "CT1"}, Contact{No: "CT2"}) },
	"PassToPersons": func(tx *Tx) error {
		return PassToPersons(tx, &Contact{No: "CT1", City: "Lund", PhoneNo: "1", SalespersonCode: "JL"}, &Contact{No: "CT1", Name: "Ask"},
			Inheritance{Columns: []string{"phone_no", "salesperson_code"}, Address: true})
	},
}

func init() {
	maps.Copy(queries, contactQueries)
	wholeTables["Classify"] = "interaction" // everybody is classified
}
