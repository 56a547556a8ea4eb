package page

// finishing is how far a card is with what takes longer.
type finishing struct {
	running bool // beside the windows
	again   bool // what it is calculated from has changed in the meantime
	stopped bool // the card is gone
}

// finishFirst shows that the parts are still calculated, and begins.
func (p *cardPage[T]) finishFirst() {
	for _, pc := range p.parts {
		pc.calculating(true)
	}
	p.finishRecord()
}

// finishRecord reads the record and lets Finish complete it beside the windows; then the card shows it. Changes that come
// in the meantime make one more run.
func (p *cardPage[T]) finishRecord() {
	if p.finish.running {
		p.finish.again = true
		return
	}
	p.finish.running = true
	p.w.desk.beside(func() func() {
		r, err := p.Load()
		if err == nil {
			r, err = p.Finish(r)
		}
		return func() { p.finished(&r, err) }
	})
}

func (p *cardPage[T]) finished(r *T, err error) {
	again := p.finish.again
	p.finish.running, p.finish.again = false, false
	if p.finish.stopped {
		return
	}
	if again {
		p.finishRecord()
		return
	}
	if err != nil {
		p.w.Fail(err)
		return
	}
	for _, pc := range p.parts {
		pc.calculating(false)
	}
	p.record = r
	p.show()
	p.w.retitle()
}
