package data

// SalutationType tells how well somebody is known.
type SalutationType int

const (
	Formal SalutationType = iota
	Informal
)

// NamePart is a part of a contact's name that a salutation uses, in BC's order (CO-34).
type NamePart int

const (
	NoNamePart NamePart = iota
	JobTitlePart
	FirstNamePart
	MiddleNamePart
	SurnamePart
	InitialsPart
	CompanyNamePart
)

// Salutation is a way of addressing contacts; its formulas go with it (CO-33f).
type Salutation struct {
	ID          int64          `db:"id"`
	Code        SalutationCode `db:"code,code=10"`
	Description string         `db:"description,text=100"`
}

// SalutationFormula is how a letter in a language addresses somebody: a text in which %1 to %5 stand for parts of the name (CO-34).
type SalutationFormula struct {
	ID             int64          `db:"id"`
	SalutationCode SalutationCode `db:"salutation_code,code=10"`
	LanguageCode   string         `db:"language_code,code=10"` // may be blank
	Type           SalutationType `db:"type"`
	Salutation     string         `db:"salutation,text=50"`
	Name1          NamePart       `db:"name_1"`
	Name2          NamePart       `db:"name_2"`
	Name3          NamePart       `db:"name_3"`
	Name4          NamePart       `db:"name_4"`
	Name5          NamePart       `db:"name_5"`
}

// The tables of salutations.
var (
	Salutations        = newTable[Salutation]("salutation", "code", "", nil)
	SalutationFormulas = newTable[SalutationFormula]("salutation_formula", "salutation_code language_code type", "", nil)
)
