package interaction

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/data"
)

// NewCall begins a phone call (IN-35): with the template for outgoing calls, today and now. A blank number becomes the
// contact's phone number, or its mobile number.
func NewCall(s *app.Session, from From, number string) (Draft, error) {
	d := Draft{From: from, Call: true}
	d.ContactVia = number
	d.Date, d.Time = s.Today(), clock(s.Now())
	if err := begin(s, &d); err != nil {
		return d, err
	}
	return d, callIt(s, &d)
}

// CallOfLine begins a phone call from a segment line (IN-39): segment, salesperson, alternative address, campaign and task are
// the line's; the marks come from the template for calls. The line stays.
func CallOfLine(s *app.Session, line *data.SegmentLine) (Draft, error) {
	header, err := data.SegmentHeaders.Get(s.DB, line.SegmentNo)
	if err != nil {
		return Draft{}, err
	}
	from := From{ContactNo: line.ContactNo, CampaignNo: header.CampaignNo, SalespersonCode: line.SalespersonCode, TaskNo: line.TaskNo}
	if from.CampaignNo == "" {
		from.CampaignNo = line.CampaignNo
	}
	d, err := NewCall(s, from, "")
	d.SegmentNo = line.SegmentNo
	if line.AltAddressCode != "" {
		d.AltAddressCode = line.AltAddressCode
	}
	return d, err
}

// callIt fills in the template for calls and the number. Without such a template there are no calls (IN-12); one with documents
// cannot be logged by itself (IN-11).
func callIt(s *app.Session, d *Draft) error {
	d.InteractionTemplateCode = s.Setup.OutgoingCallTemplate
	if d.InteractionTemplateCode == "" {
		return data.Msg("no-outgoing-call-template")
	}
	n, err := data.InteractionTemplateLanguages.Count(s.DB, data.View{Fixed: []data.Cond{data.Equal("template_code", d.InteractionTemplateCode)}})
	if err != nil {
		return err
	}
	if n > 0 {
		return data.Msg("automatic-template-has-languages", d.InteractionTemplateCode)
	}
	if err := SetTemplate(s.DB, d, ""); err != nil {
		return err
	}
	if d.ContactVia != "" || d.ContactNo == "" {
		return nil
	}
	contact, err := data.Contacts.Get(s.DB, d.ContactNo)
	if d.ContactVia = contact.PhoneNo; d.ContactVia == "" {
		d.ContactVia = contact.MobilePhoneNo
	}
	return err
}

// Number is one way to call a contact.
type Number struct {
	Kind   data.Message // phone or mobile phone
	Of     string       // the contact, its company, or one of their alternative addresses
	Number string
}

// Numbers are the ways to call a contact: phone and mobile phone of the contact, of its company, and of their alternative
// addresses of today (IN-36). It refuses a contact that has none.
func Numbers(s *app.Session, contact data.ContactNo) ([]Number, error) {
	var all []Number
	add := func(of, phone, mobile string) {
		if phone != "" {
			all = append(all, Number{data.Msg("phone-no"), of, phone})
		}
		if mobile != "" {
			all = append(all, Number{data.Msg("mobile-phone-no"), of, mobile})
		}
	}
	c, err := data.Contacts.Get(s.DB, contact)
	if err != nil {
		return nil, err
	}
	who := []data.Contact{c}
	if c.CompanyNo != "" && c.CompanyNo != c.No {
		company, err := data.Contacts.Get(s.DB, c.CompanyNo)
		if err != nil {
			return nil, err
		}
		who = append(who, company)
	}
	for _, c := range who {
		add(c.Name, c.PhoneNo, c.MobilePhoneNo)
		code, err := data.ActiveAltAddress(s.DB, c.No, s.Today())
		if err != nil {
			return nil, err
		}
		alt, err := data.AltAddresses.Get(s.DB, c.No, code)
		if err == nil {
			add(c.Name+" · "+string(code), alt.PhoneNo, alt.MobilePhoneNo)
		} else if !errors.Is(err, data.ErrNotFound) {
			return nil, err
		}
	}
	if len(all) == 0 {
		return nil, data.Msg("no-phone-number", c.Name)
	}
	return all, nil
}
