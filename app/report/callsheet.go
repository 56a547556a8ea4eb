package report

import (
	"campaigndesk/app"
	"campaigndesk/data"
)

// CallSheet lists the contacts of a segment in the order of its lines, with boxes to tick and lines to write on while calling.
func CallSheet(s *app.Session, segment data.SegmentNo) (Report, error) {
	t := s.Texts.T
	r := start(s, "report-call-sheet", calls{boxes: []string{t("report-box-response"), t("report-box-no-answer"), t("report-box-call-back")}})
	header, err := data.SegmentHeaders.Get(s.DB, segment)
	if err == nil {
		r.Filters = []string{titled(string(header.No), header.Description)}
	}
	lines, err := segmentLines(s, segment)
	if err != nil {
		return r, err
	}
	r.Fields = append(tableOnly(r.columns("contact-no", "name")), r.columns("company-name", "phone-no", "mobile-phone-no")...)
	r.Total = lines.Len()
	r.Sections = func(yield func(Section, error) bool) {
		for row := range lines.Len() {
			line, err := lines.At(row)
			if err == nil && line.ContactNo == "" {
				continue
			}
			if !yield(callOf(line), err) || err != nil {
				return
			}
		}
	}
	return r, nil
}

// callOf takes over what a line knows of its contact; a company is called by its own name.
func callOf(line data.SegmentLine) Section {
	name, company := line.ContactName, line.CompanyName
	if name == "" {
		name, company = line.CompanyName, ""
	}
	return Section{Title: name, Fields: []any{line.ContactNo, name, company, line.PhoneNo, line.MobilePhoneNo}}
}
