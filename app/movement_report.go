package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
)

// taskResults are the tasks of the plan for a report on a period.
func (o *Office) taskResults(ctx context.Context, from, to day.Date) ([]reports.TaskResult, error) {
	tasks, err := o.Tasks(ctx, from, to)
	results := make([]reports.TaskResult, len(tasks))
	for i, t := range tasks {
		results[i] = reports.TaskResult{Code: t.Code, Name: t.Name, Lead: t.Lead, State: t.StateText(), Reported: t.State != TaskNone,
			Done: t.State == data.TaskDone, Stuck: t.State == data.TaskStuck || t.Late, Progress: t.Latest.Record.Progress}
	}
	return results, err
}

// movementResult counts the movement of a period for a report.
func (o *Office) movementResult(ctx context.Context, from, to day.Date) (reports.MovementResult, error) {
	var result reports.MovementResult
	if today := o.Today(); today.Before(to) {
		to = today
	}
	span := data.Span{From: from, On: to}
	total := func(c data.Count) (int, error) {
		byUnit, err := o.db.CountByUnit(ctx, span, c)
		sum := 0
		for _, n := range byUnit {
			sum += n
		}
		return sum, err
	}
	for _, c := range []struct {
		into  *int
		count data.Count
	}{
		{&result.Pairs, data.Count{Source: data.CountPairs}},
		{&result.Activities, data.Count{Source: data.CountActivities}},
		{&result.Knowledge, data.Count{Source: data.CountActivities, Where: []data.Condition{knowledge}}},
		{&result.Participants, data.Count{Source: data.CountActivities, Sum: data.FieldParticipants}},
		{&result.Meetings, data.Count{Source: data.CountMeetings}},
		{&result.LedMeetings, data.Count{Source: data.CountMeetings, Where: []data.Condition{is(data.FieldLeader, data.LeaderChair, data.LeaderDeputy)}}},
		{&result.News, data.Count{Source: data.CountNews}},
		{&result.Proposals, data.Count{Source: data.CountProposals}},
		{&result.Accepted, data.Count{Source: data.CountProposals, Where: []data.Condition{is(data.FieldOutcome, data.OutcomeAccepted, data.OutcomePartly)}}},
		{&result.Money, data.Count{Source: data.CountProposals, Sum: data.FieldMoney}},
		{&result.Coordinations, data.Count{Source: data.CountCoordinations}},
		{&result.Examples, data.Count{Source: data.CountExamples}},
		{&result.UnitAwards, data.Count{Source: data.CountUnitAwards}},
	} {
		var err error
		if *c.into, err = total(c.count); err != nil {
			return result, err
		}
	}
	kinds, err := o.db.ModelKinds(ctx)
	if err != nil {
		return result, err
	}
	for _, k := range kinds {
		n, err := total(data.Count{Source: data.CountModels, Where: []data.Condition{is(data.FieldKind, k.Code)}})
		if err != nil {
			return result, err
		}
		if n > 0 {
			result.Models = append(result.Models, reports.NamedCount{Name: vietnamese.LowerFirst(k.Name), Count: n})
		}
	}
	return result, nil
}
