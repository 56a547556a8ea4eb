package page

// Header is the row of filter fields above a worksheet (CP 7.8). Its record is the window's own filter state.
type Header struct {
	build func(w *Window, changed func()) *content
}

// HeaderOf makes a header whose fields edit the filter state; the window's View reads it. Entering a field runs the field's
// checks on the state and then shows the lines anew.
func HeaderOf[F any](state *F, fields Fields[F]) *Header {
	return &Header{build: func(w *Window, changed func()) *content { return buildHeader(w, state, fields, changed) }}
}
