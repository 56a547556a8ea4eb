package page

// Header is the row of filter fields above a worksheet (CP 7.8). Its record is the window's own filter state.
type Header struct {
	build func(w *Window, leave func() error, changed func()) *content
}

// HeaderOf makes a header whose fields edit the filter state; the window's View reads it. Entering a field stores the line
// being entered (CP-149), runs the field's checks on the state, hands it to entered, and shows the lines anew.
func HeaderOf[F any](state *F, fields Fields[F], entered func(state *F) error) *Header {
	return &Header{build: func(w *Window, leave func() error, changed func()) *content {
		f := newForm(w, fields, len(fields), func() *F { return state }, func(fd *Field[F], text string) error {
			if leave() != nil {
				return errAsked // has been shown
			}
			after := *state
			if err := fd.enter(w.session, &after, text); err != nil {
				return err
			}
			*state = after
			changed()
			return entered(state)
		})
		f.stackCaptions()
		return &content{object: f.object, refresh: f.refresh, commit: func() error {
			if !f.commit() {
				return errAsked
			}
			return nil
		}}
	}}
}
