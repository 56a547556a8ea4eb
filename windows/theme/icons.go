package theme

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

// The small icons of fields. They take the accent colour of the theme in force.
var (
	IconDrop     = icon("drop", `<path d="M4 6h8l-4 5z" fill="#000"/>`)
	IconAssist   = icon("assist", `<path d="M3 9.5h2v2H3zM7 9.5h2v2H7zM11 9.5h2v2h-2z" fill="#000"/>`)
	IconCalendar = icon("calendar", `<path d="M2 3h12v11H2zM3 6v7h10V6zM5 2h1v2H5zM10 2h1v2h-1zM4.500 7.500h2v1.800h-2zM7.500 7.500h2v1.800h-2zM10.500 7.500h1.500v1.800h-1.500zM4.500 10.400h2v1.800h-2zM7.500 10.400h2v1.800h-2z" fill="#000" fill-rule="evenodd"/>`)
	IconTick     = icon("tick", `<path d="M3 8.200l1.300-1.300L6.800 9.400l5-5.200L13.200 5.500l-6.400 6.700z" fill="#000"/>`)
)

func icon(name, body string) fyne.Resource {
	svg := `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">` + body + `</svg>`
	return stock.NewColoredResource(fyne.NewStaticResource("desk-"+name+".svg", []byte(svg)), Accent)
}
