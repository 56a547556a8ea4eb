package theme_test

import (
	"image/color"
	"math"
	"testing"

	"campaigndesk/windows/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	stock "fyne.io/fyne/v2/theme"
)

var variants = map[string]theme.Theme{"light": theme.New(false), "dark": theme.New(true)}

// grounds says on what each text colour is written.
var grounds = map[fyne.ThemeColorName][]fyne.ThemeColorName{
	theme.Text:     {theme.Background, theme.Surface, theme.Zebra, theme.Bar, theme.AccentSoft, theme.Selection},
	theme.Muted:    {theme.Background, theme.Surface, theme.Zebra, theme.Bar, theme.AccentSoft, theme.ChipPlain},
	theme.Accent:   {theme.Background, theme.Surface, theme.Zebra, theme.Bar, theme.AccentSoft},
	theme.OnAccent: {theme.Accent},
	theme.NavText:  {theme.Nav, theme.NavSelected, theme.NavBadge},
	theme.NavMuted: {theme.Nav},
	theme.Good:     {theme.Background, theme.Surface, theme.Zebra, theme.Bar, theme.AccentSoft, theme.ChipGood},
	theme.Warning:  {theme.Background, theme.Surface, theme.Zebra, theme.Bar, theme.AccentSoft, theme.ChipWarning},
	theme.Bad:      {theme.Background, theme.Surface, theme.Zebra, theme.Bar, theme.AccentSoft, theme.ChipBad},
}

func TestTextContrast(t *testing.T) { // UI-87
	for variant, th := range variants {
		for text, on := range grounds {
			for _, ground := range on {
				t.Run(variant+" "+string(text)+" on "+string(ground), func(t *testing.T) {
					if got := contrast(th.Color(text, 0), th.Color(ground, 0)); got < 4.5 {
						t.Errorf("contrast %.2f:1, want at least 4.5:1", got)
					}
				})
			}
		}
	}
}

// The focus frame of a field must be told from its ground (3:1 for what is not text).
func TestFocusContrast(t *testing.T) {
	for variant, th := range variants {
		if got := contrast(th.Color(theme.Accent, 0), th.Color(theme.Surface, 0)); got < 3 {
			t.Errorf("%s: contrast %.2f:1", variant, got)
		}
	}
}

func TestTheVariantIsOurs(t *testing.T) {
	for _, passed := range []fyne.ThemeVariant{stock.VariantLight, stock.VariantDark} {
		for name, th := range variants {
			if th.Color(stock.ColorNameBackground, passed) != th.Color(theme.Background, 0) {
				t.Errorf("%s: Fyne's background is not ours", name)
			}
		}
	}
	if variants["light"].Color(theme.Surface, 0) == variants["dark"].Color(theme.Surface, 0) {
		t.Error("light and dark look the same")
	}
	if shadow := variants["dark"].Color(stock.ColorNameShadow, stock.VariantLight); shadow != stock.DefaultTheme().Color(stock.ColorNameShadow, stock.VariantDark) {
		t.Error("a colour we leave to Fyne is of the other variant")
	}
}

// Figures under each other line up only if all are equally wide.
func TestFiguresAreTabular(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(false))
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		want := fyne.MeasureText("00000", 13, style).Width
		for _, figure := range "123456789" {
			five := string([]rune{figure, figure, figure, figure, figure})
			if got := fyne.MeasureText(five, 13, style).Width; got != want {
				t.Errorf("%s is %v wide, 00000 is %v (bold: %v)", five, got, want, style.Bold)
			}
		}
	}
}

func TestColorIsOfTheThemeInForce(t *testing.T) {
	app := test.NewTempApp(t)
	for name, th := range variants {
		app.Settings().SetTheme(th)
		if theme.Color(theme.Accent) != th.Color(theme.Accent, 0) {
			t.Errorf("%s: another accent", name)
		}
	}
}

// contrast is the ratio of WCAG 2.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
