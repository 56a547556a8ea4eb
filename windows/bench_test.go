package windows_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/windows"
	"campaigndesk/windows/pagetest"
)

// BenchmarkOpenWindow opens every window on the large company; closing it again is not measured.
func BenchmarkOpenWindow(b *testing.B) {
	s := apptest.Large(b)
	p := pagetest.OpenIn(b, s, windows.Home(s))
	desk := p.Desk()
	p.Window().Close()
	for _, e := range all() {
		b.Run(e.Name, func(b *testing.B) {
			for b.Loop() {
				w := desk.OpenWindow(e.Open(s))
				b.StopTimer()
				w.Close()
				b.StartTimer()
			}
		})
	}
}
