package ui

import (
	"context"

	"cosohoi/data"
)

// figureAct is one act on the grid: what stood in the places before and what stands there now.
type figureAct struct {
	label         string
	before, after []data.Figure
	operation     int64 // once it is stored
}

// figureStore stores the acts on the grid one after the other, each as soon as it is done, so that a power cut takes no more than the cell
// that is being typed.
type figureStore struct {
	screen     *figuresScreen
	queue      []func(ctx context.Context) (then func(), err error)
	writing    bool
	done, gone []*figureAct // what can be undone, and redone
	waiting    []func()
}

// put stores an act that the sheet shows already.
func (s *figureStore) put(act *figureAct) {
	s.done, s.gone = append(s.done, act), nil
	s.store(act)
}

func (s *figureStore) store(act *figureAct) {
	office := s.screen.office
	s.add(func(ctx context.Context) (func(), error) {
		operation, err := office.PutFigures(ctx, act.label, act.after)
		return func() { act.operation = operation }, err
	})
}

func (s *figureStore) add(job func(ctx context.Context) (func(), error)) {
	s.queue = append(s.queue, job)
	s.pump()
}

// pump stores what waits. What could not be stored is told, and the sheet is read again as it is.
func (s *figureStore) pump() {
	if s.writing {
		return
	}
	if len(s.queue) == 0 {
		waiting := s.waiting
		s.waiting = nil
		for _, then := range waiting {
			then()
		}
		return
	}
	job := s.queue[0]
	s.queue = s.queue[1:]
	s.writing = true
	var then func()
	s.screen.do(func(ctx context.Context) (err error) {
		then, err = job(ctx)
		return err
	}, func(err error) {
		s.writing = false
		if err != nil {
			s.queue, s.done, s.gone = nil, nil, nil
			s.screen.fail(err)
			s.screen.load()
		} else {
			then()
		}
		s.pump()
	})
}

// whenDone goes on as soon as everything is stored.
func (s *figureStore) whenDone(then func()) {
	s.waiting = append(s.waiting, then)
	s.pump()
}

// undo takes the last act back.
func (s *figureStore) undo() {
	if len(s.done) == 0 {
		return
	}
	act := s.done[len(s.done)-1]
	s.done, s.gone = s.done[:len(s.done)-1], append(s.gone, act)
	s.screen.place(act.before)
	s.screen.goTo(figurePlace{act.before[0].UnitID, act.before[0].Code})
	office := s.screen.office
	s.add(func(ctx context.Context) (func(), error) {
		if act.operation == 0 { // nothing was changed by it
			return func() {}, nil
		}
		return func() {}, office.Undo(ctx, act.operation)
	})
}

// redo does again what was undone last.
func (s *figureStore) redo() {
	if len(s.gone) == 0 {
		return
	}
	act := s.gone[len(s.gone)-1]
	s.gone, s.done = s.gone[:len(s.gone)-1], append(s.done, act)
	s.screen.place(act.after)
	s.screen.goTo(figurePlace{act.after[0].UnitID, act.after[0].Code})
	s.store(act)
}

// place puts numbers and reasons onto the sheet.
func (f *figuresScreen) place(figures []data.Figure) {
	for _, one := range figures {
		if one.PeriodID != f.sheet.Period.ID { // undone while another period is in view
			continue
		}
		if column, known := f.sheet.Column(one.Code); known {
			f.sheet.Put(one.UnitID, column, one.Value)
			f.sheet.Explain(one.UnitID, column, one.Reason)
		}
	}
	f.grid.Refresh()
	f.say()
	f.moved()
}

// actOf prepares an act on places of the sheet.
func (f *figuresScreen) actOf(label string, after []data.Figure) *figureAct {
	act := &figureAct{label: label, after: after}
	for _, one := range after {
		before := one
		before.Value, before.Reason = data.Number{}, ""
		if row, known := f.sheet.Row(one.UnitID); known {
			if column, has := f.sheet.Column(one.Code); has {
				before.Value, before.Reason = row.Cells[column].Own, row.Cells[column].Reason
			}
		}
		act.before = append(act.before, before)
	}
	return act
}

// act puts numbers onto the sheet and stores them.
func (f *figuresScreen) act(label string, after []data.Figure) {
	if len(after) == 0 {
		return
	}
	act := f.actOf(label, after)
	f.place(after)
	f.stores.put(act)
}

// figure is a number for the cell in a row of the view.
func (f *figuresScreen) figure(row, column int, value data.Number) data.Figure {
	return data.Figure{PeriodID: f.sheet.Period.ID, UnitID: f.view.rows[row].Unit.ID, Code: f.sheet.Columns[f.view.columns[column]].Code, Value: value}
}
