package windows

import (
	"context"
	"encoding/json"
	"regexp"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/dateformula"
	"campaigndesk/data"
)

// priceFilters are the filter fields above the Sales Prices and the Sales Line Discounts (CP 7.8). The windows that open
// these give them filled in (CP 7.9); the zero value stands for those of the last time (CP-150).
type priceFilters struct {
	SalesType    data.SalesType // anySalesType: no restriction
	SalesCode    string         // a filter expression, as the others
	Type         data.DiscountType
	Code         string // of items, on discounts of what Type says
	StartingDate string
	Currency     string
	ValidOn      data.Date
}

// None, the last choice of the Sales Type Filter and of the Type Filter.
const (
	anySalesType = data.ForCampaign + 1
	anyType      = data.DiscountItemGroup + 1
)

var noPriceFilters = priceFilters{SalesType: anySalesType, Type: anyType}

func forCampaign(no data.CampaignNo) priceFilters {
	return priceFilters{SalesType: data.ForCampaign, SalesCode: string(no), Type: anyType}
}

func forCustomer(no data.CustomerNo) priceFilters {
	return priceFilters{SalesType: data.ForCustomer, SalesCode: string(no), Type: anyType}
}

func forPriceGroup(code data.CustomerPriceGroup) priceFilters {
	return priceFilters{SalesType: data.ForGroup, SalesCode: string(code), Type: anyType}
}

func forItem(no data.ItemNo) priceFilters {
	return priceFilters{SalesType: anySalesType, Type: data.DiscountItem, Code: string(no)}
}

func forCampaignDiscount(no data.CampaignNo) priceFilters { return forCampaign(no) }
func forCustomerDiscount(no data.CustomerNo) priceFilters { return forCustomer(no) }
func forItemDiscount(no data.ItemNo) priceFilters         { return forItem(no) }

func forDiscGroup(code data.CustomerDiscGroup) priceFilters {
	return priceFilters{SalesType: data.ForGroup, SalesCode: string(code), Type: anyType}
}

func forItemDiscGroup(code data.ItemDiscGroup) priceFilters {
	return priceFilters{SalesType: anySalesType, Type: data.DiscountItemGroup, Code: string(code)}
}

// hasCode is whether a sales code belongs to the chosen sales type (CP-141).
func (f *priceFilters) hasCode() bool {
	return f.SalesType != data.ForAllCustomers && f.SalesType != anySalesType
}

// view is the rows that the filters leave; item is the column of items.
func (f *priceFilters) view(item string) data.View {
	v := data.View{Filters: map[string]string{}}
	if f.SalesType != anySalesType {
		v.Fixed = append(v.Fixed, data.Equal("sales_type", f.SalesType))
	}
	if f.ValidOn != "" {
		v.Fixed = append(v.Fixed, data.Between("starting_date", "ending_date", f.ValidOn)) // CP-146
	}
	for column, expr := range map[string]string{"sales_code": f.SalesCode, item: f.Code, "starting_date": f.StartingDate, "currency_code": f.Currency} {
		if expr != "" {
			v.Filters[column] = expr
		}
	}
	return v
}

// single is the one value that a filter expression stands for, blank if it stands for several.
func single(expr string) string {
	if inner, quoted := strings.CutPrefix(expr, "'"); quoted {
		if inner, quoted = strings.CutSuffix(inner, "'"); quoted && !strings.Contains(strings.ReplaceAll(inner, "''", ""), "'") {
			return strings.ReplaceAll(inner, "''", "'")
		}
	}
	if strings.ContainsAny(expr, "&|()='<>@*?%") || strings.Contains(expr, "..") {
		return ""
	}
	return expr
}

// singleDay is the one day that a filter on dates stands for, blank if it stands for more.
func singleDay(s *app.Session, expr string) data.Date {
	if from, to, err := dateformula.ParseFilterDate(single(expr), s.DateContext()); err == nil && from == to {
		return from
	}
	return ""
}

// CP-147: a filter must match something. The blank value is always there: rows in LCY, for instance.
func matchesSomething[T any](s *app.Session, table *data.Table[T], column, expr string) error {
	if expr == "" || expr == "''" {
		return nil
	}
	n, err := table.Count(s.DB, data.View{Filters: map[string]string{column: expr}, Env: s.FilterEnv()})
	if err == nil && n == 0 {
		err = data.Msg("m16-filter-matches-nothing", expr)
	}
	return err
}

// between separates the values in a filter on dates.
var between = regexp.MustCompile(`\.\.|[|&()<>=]+`)

// writeDates checks the filter on starting dates and writes words such as t and w as the dates they stand for now (CP-145).
func (f *priceFilters) writeDates(s *app.Session) error {
	if err := data.SalesPrices.CheckFilter("starting_date", f.StartingDate, data.View{Env: s.FilterEnv()}); err != nil {
		return err
	}
	written := func(value string) string {
		from, to, err := dateformula.ParseFilterDate(value, s.DateContext())
		switch {
		case err != nil || from == "":
			return value
		case from != to && strings.TrimSpace(value) == strings.TrimSpace(f.StartingDate):
			return s.Locale.FormatDate(from) + ".." + s.Locale.FormatDate(to)
		case from != to:
			return value
		}
		return s.Locale.FormatDate(from)
	}
	var out strings.Builder
	rest := f.StartingDate
	for {
		at := between.FindStringIndex(rest)
		if at == nil {
			f.StartingDate = out.String() + written(rest)
			return nil
		}
		out.WriteString(written(rest[:at[0]]) + rest[at[0]:at[1]])
		rest = rest[at[1]:]
	}
}

// recalled are the filters of the last time (CP-150). What cannot be read any more is left out.
func (f priceFilters) recalled(s *app.Session, page string) priceFilters {
	if f != (priceFilters{}) {
		return f
	}
	kept := noPriceFilters
	value, err := data.PageState(s.DB, page, "", "filters")
	if err != nil || json.Unmarshal([]byte(value), &kept) != nil || kept.writeDates(s) != nil {
		return noPriceFilters
	}
	return kept
}

func (f *priceFilters) remember(s *app.Session, page string) error {
	value, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return data.SetPageState(context.Background(), s.DB, page, "", "filters", string(value))
}
