package addressee

import (
	"errors"
	"strings"

	"campaigndesk/data"
)

// maxGreeting is the length of a greeting in characters (CO-35).
const maxGreeting = 260

// Greeting addresses a contact by the formula of its salutation code and language (CO-35, CO-36). There is none but that: a
// missing or an empty formula is refused.
func Greeting(r data.Reader, c data.Contact, kind data.SalutationType) (string, error) {
	if c.SalutationCode == "" {
		return "", data.Msg("letter-no-salutation-code", c.No, c.Name)
	}
	formula, err := data.SalutationFormulas.Get(r, c.SalutationCode, c.LanguageCode, kind)
	if errors.Is(err, data.ErrNotFound) {
		key := "letter-no-formal-salutation"
		if kind == data.Informal {
			key = "letter-no-informal-salutation"
		}
		return "", data.Msg(key, c.SalutationCode, c.LanguageCode, c.No, c.Name)
	}
	if err != nil {
		return "", err
	}
	if formula.Salutation == "" {
		return "", data.Msg("letter-empty-salutation", c.SalutationCode, c.LanguageCode)
	}
	return Greet(formula, c), nil
}

// Greet fills a formula with the parts of a contact's name. With a part that the contact lacks goes the blank after it (CO-35).
func Greet(f data.SalutationFormula, c data.Contact) string {
	parts := []data.NamePart{f.Name1, f.Name2, f.Name3, f.Name4, f.Name5}
	var b strings.Builder
	for rest := f.Salutation; rest != ""; {
		if len(rest) < 2 || rest[0] != '%' || rest[1] < '1' || rest[1] > '5' {
			b.WriteByte(rest[0])
			rest = rest[1:]
			continue
		}
		name := namePart(parts[rest[1]-'1'], c)
		b.WriteString(name)
		if rest = rest[2:]; name == "" {
			rest = strings.TrimPrefix(rest, " ")
		}
	}
	greeting := []rune(b.String())
	return string(greeting[:min(len(greeting), maxGreeting)])
}

func namePart(part data.NamePart, c data.Contact) string {
	switch part {
	case data.JobTitlePart:
		return c.JobTitle
	case data.FirstNamePart:
		return c.FirstName
	case data.MiddleNamePart:
		return c.MiddleName
	case data.SurnamePart:
		return c.Surname
	case data.InitialsPart:
		return c.Initials
	case data.CompanyNamePart:
		return c.CompanyName
	}
	return ""
}
