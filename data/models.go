package data

// models makes an empty record of each kind, but for files of documents, which never change.
var models = map[Kind]func() Record{
	KindUnit: func() Record { return &Unit{} }, KindUnitState: func() Record { return &UnitState{} }, KindUnitTerm: func() Record { return &UnitTerm{} },
	KindTerm: func() Record { return &Term{} }, KindPosition: func() Record { return &Position{} },
	KindCadre: func() Record { return &Cadre{} }, KindCadrePhoto: func() Record { return &CadrePhoto{} }, KindAppointment: func() Record { return &Appointment{} },
	KindRound: func() Record { return &Round{} }, KindVisit: func() Record { return &Visit{} }, KindVisitMember: func() Record { return &VisitMember{} },
	KindLetterhead: func() Record { return &Letterhead{} }, KindRecipientSet: func() Record { return &RecipientSet{} }, KindSignatory: func() Record { return &Signatory{} },
	KindOutline: func() Record { return &OutlineText{} }, KindDocument: func() Record { return &Document{} }, KindSetting: func() Record { return &setting{} },
	KindReorganisation: func() Record { return &Reorganisation{} }, KindUnitLink: func() Record { return &UnitLink{} },
	KindRatingScheme: func() Record { return &RatingScheme{} }, KindRatingLevel: func() Record { return &RatingLevel{} }, KindCadreRating: func() Record { return &CadreRating{} },
	KindCourse: func() Record { return &Course{} }, KindAttendance: func() Record { return &Attendance{} },
	KindSuccession: func() Record { return &Succession{} }, KindAllowance: func() Record { return &Allowance{} }, KindPartyStep: func() Record { return &PartyStep{} },
	KindCadreAward: func() Record { return &CadreAward{} }, KindDiscipline: func() Record { return &Discipline{} },
	KindAssignment: func() Record { return &Assignment{} }, KindTrip: func() Record { return &Trip{} },
	KindFigureForm: func() Record { return &FigureForm{} }, KindFigureColumn: func() Record { return &FigureColumn{} },
	KindReturnPeriod: func() Record { return &ReturnPeriod{} }, KindReturn: func() Record { return &Return{} }, KindFigure: func() Record { return &Figure{} },
	KindCatalogueEntry: func() Record { return &CatalogueEntry{} }, KindSavedFilter: func() Record { return &SavedFilter{} }, KindPersonalRequest: func() Record { return &PersonalRequest{} },
}
