package demo

import (
	"encoding/csv"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"campaigndesk/app/dateformula"
	"campaigndesk/assets"
	"campaigndesk/data"
)

// story is the demo company being told: what all its tables need to be read.
type story struct {
	tx       *data.Tx
	language string
	workDate data.Date
}

// load stores the records of assets/demo/<file>.csv, each completed first with what the file does not say. A blank cell
// leaves the record as blank has it.
func load[T any](s *story, file string, table *data.Table[T], blank T, complete func(*T) error) error {
	records, err := read(s, file, blank)
	if err != nil {
		return err
	}
	for i := range records {
		if err := complete(&records[i]); err != nil {
			return fmt.Errorf("%s.csv, record %d: %w", file, i+1, err)
		}
		if err := table.Insert(s.tx, &records[i]); err != nil {
			return fmt.Errorf("%s.csv, record %d: %w", file, i+1, err)
		}
	}
	return nil
}

// asItIs is for tables whose files say everything.
func asItIs[T any](*T) error { return nil }

// read makes records of assets/demo/<file>.csv. Its headings are the columns of the record; of "description.en" and
// "description.sv" the one in the company's language counts. Dates are formulas reckoned from the work date ("-CW-4W" is
// the Monday four weeks ago), options and yes and no are words.
func read[T any](s *story, file string, blank T) ([]T, error) {
	rows, err := rowsOf(file)
	if err != nil {
		return nil, err
	}
	fields := fieldsOf[T]()
	records := make([]T, len(rows)-1)
	for i, row := range rows[1:] {
		records[i] = blank
		for j, cell := range row {
			column, language, _ := strings.Cut(rows[0][j], ".")
			field, ok := fields[column]
			if !ok {
				return nil, fmt.Errorf("%s.csv: no column %q", file, column)
			}
			if cell == "" || language != "" && language != s.language {
				continue
			}
			if err := s.set(reflect.ValueOf(&records[i]).Elem().Field(field), cell); err != nil {
				return nil, fmt.Errorf("%s.csv, record %d, %s: %w", file, i+1, column, err)
			}
		}
	}
	return records, nil
}

// rowsOf is a file as it is written, the headings first.
func rowsOf(file string) ([][]string, error) {
	opened, err := assets.FS.Open("demo/" + file + ".csv")
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	rows, err := csv.NewReader(opened).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s.csv: %w", file, err)
	}
	return rows, nil
}

// fieldsOf finds the fields of a record by the names of their columns.
func fieldsOf[T any]() map[string]int {
	record, fields := reflect.TypeFor[T](), map[string]int{}
	for i := range record.NumField() {
		column, _, _ := strings.Cut(record.Field(i).Tag.Get("db"), ",")
		fields[column] = i
	}
	return fields
}

// options are the words for values of option columns; where two kinds of option share a word, it has the same value.
var options = map[string]int64{
	"customer": int64(data.ForCustomer), "group": int64(data.ForGroup), "all": int64(data.ForAllCustomers), "campaign": int64(data.ForCampaign),
	"item": int64(data.DiscountItem), "contact": int64(data.TargetContact), "reverse-charge": int64(data.VATReverseCharge),
	"released": int64(data.QuoteReleased), "companies": int64(data.Companies), "question": int64(data.Question), "answer": int64(data.Answer),
}

func (s *story) set(field reflect.Value, cell string) error {
	switch {
	case field.Type() == reflect.TypeFor[data.Date]():
		day, err := dateformula.Formula(cell).Apply(s.workDate)
		field.SetString(string(day))
		return err
	case field.Type() == reflect.TypeFor[data.Amount]():
		amount, err := data.ParseAmount(cell)
		field.SetInt(int64(amount))
		return err
	case field.Kind() == reflect.Bool:
		field.SetBool(cell == "yes")
		return nil
	case field.Kind() == reflect.String:
		field.SetString(cell)
		return nil
	}
	n, isWord := options[cell]
	var err error
	if !isWord {
		n, err = strconv.ParseInt(cell, 10, 64)
	}
	field.SetInt(n)
	return err
}
