// Emptywindow shows an empty Fyne window: what start and memory of the program are measured against.
package main

import "fyne.io/fyne/v2/app"

func main() { app.New().NewWindow("Empty").ShowAndRun() }
