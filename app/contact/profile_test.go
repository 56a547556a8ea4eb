package contact_test

import (
	"fmt"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/contact"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
)

// questioned is the desk with two questionnaires: LEADS for everybody, with a question that takes one answer, one that takes
// several and an automatic one; PROSPECT for companies that are prospects.
func questioned(t testing.TB) *app.Session {
	s := classified(t)
	apptest.Add(t, s, data.Questionnaires, data.Questionnaire{Code: "LEADS", Priority: data.HighPriority},
		data.Questionnaire{Code: "PROSPECT", ContactType: data.Companies, BusinessRelation: "PROS"})
	line := func(no int, l data.QuestionnaireLine) data.QuestionnaireLine {
		l.Questionnaire, l.LineNo = "LEADS", no
		return l
	}
	apptest.Add(t, s, data.QuestionnaireLines,
		line(1, data.QuestionnaireLine{Type: data.Question, Description: "Size"}),
		line(2, data.QuestionnaireLine{Type: data.Answer, Description: "Small"}), line(3, data.QuestionnaireLine{Type: data.Answer, Description: "Large"}),
		line(4, data.QuestionnaireLine{Type: data.Question, Description: "Buys", MultipleAnswers: true}),
		line(5, data.QuestionnaireLine{Type: data.Answer, Description: "Chairs"}), line(6, data.QuestionnaireLine{Type: data.Answer, Description: "Desks"}),
		line(7, data.QuestionnaireLine{Type: data.Question, Description: "How often", Automatic: true, Figure: data.InteractionQuantity, StartingFormula: "-1Y"}),
		line(8, data.QuestionnaireLine{Type: data.Answer, Description: "Once", FromValue: data.One, ToValue: data.One}),
		line(9, data.QuestionnaireLine{Type: data.Answer, Description: "More often", FromValue: 2 * data.One}))
	return s
}

func answered(t testing.TB, s *app.Session) string {
	t.Helper()
	text := ""
	for _, a := range apptest.All(t, s, data.ProfileAnswers) {
		text += fmt.Sprintf("%s %s: %s. ", a.ContactNo, a.Question, a.Answer)
	}
	return text
}

func TestAnswer(t *testing.T) { // CO-45
	for _, c := range []struct {
		name    string
		no      data.ContactNo
		answers []int // negative: taken back
		want    string
		refused string
	}{
		{"one", "CT10", []int{2}, "CT10 Size: Small. ", ""},
		{"another puts it out", "CT10", []int{2, 3}, "CT10 Size: Large. ", ""},
		{"several", "CT11", []int{5, 6}, "CT11 Buys: Chairs. CT11 Buys: Desks. ", ""},
		{"taken back", "CT11", []int{5, 6, -5}, "CT11 Buys: Desks. ", ""},
		{"a question is no answer", "CT10", []int{1}, "", "question-is-no-answer"},
		{"not to an automatic question", "CT10", []int{8}, "", "question-is-automatic"},
		{"not of a minor", "CT40", []int{2}, "", "minor-has-no-profile"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := questioned(t)
			apptest.Add(t, s, data.Contacts, data.Contact{No: "CT40", Type: data.Person, Minor: true})
			lines := map[int]data.QuestionnaireLine{}
			for _, l := range apptest.All(t, s, data.QuestionnaireLines) {
				lines[l.LineNo] = l
			}
			var err error
			for _, a := range c.answers {
				err = contact.Answer(s, c.no, lines[max(a, -a)], a > 0)
			}
			refused(t, err, c.refused)
			if diff := cmp.Diff(c.want, answered(t, s)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuestionnairesAreOffered(t *testing.T) { // CO-44
	for _, c := range []struct {
		name  string
		no    data.ContactNo
		setup func(s *app.Session)
		want  string
	}{
		{"for everybody", "CT10", nil, "LEADS "},
		{"for a prospect", "CT10", func(s *app.Session) {
			apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{ContactNo: "CT10", Code: "PROS"})
		}, "LEADS PROSPECT "},
		{"not for a person in it", "CT11", func(s *app.Session) {
			apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{ContactNo: "CT10", Code: "PROS"})
		}, "LEADS "},
		{"where there are answers", "CT11", func(s *app.Session) {
			apptest.Add(t, s, data.ProfileAnswers, data.ProfileAnswer{ContactNo: "CT11", Questionnaire: "PROSPECT", LineNo: 1})
		}, "LEADS PROSPECT "},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := questioned(t)
			if c.setup != nil {
				c.setup(s)
			}
			offered, err := contact.Offered(s.DB, get(t, s, c.no))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, q := range offered {
				got += string(q.Code) + " "
			}
			if got != c.want {
				t.Errorf("offered %q, want %q", got, c.want)
			}
		})
	}
}

// A company's figure counts the interactions of its persons; canceled, postponed and older ones count nowhere. To Value 0 is open.
func TestClassify(t *testing.T) { // S:OQ-17
	s := questioned(t)
	apptest.Add(t, s, data.Interactions,
		data.Interaction{ContactNo: "CT11", ContactCompanyNo: "CT10", Date: "2026-02-01"}, data.Interaction{ContactNo: "CT10", ContactCompanyNo: "CT10", Date: "2026-02-02"},
		data.Interaction{ContactNo: "CT30", Date: "2026-02-03"}, data.Interaction{ContactNo: "CT30", Date: "2024-02-03"},
		data.Interaction{ContactNo: "CT12", ContactCompanyNo: "CT10", Date: "2026-02-01", Canceled: true}, data.Interaction{ContactNo: "CT20", ContactCompanyNo: "CT20", Date: "2026-02-01", Postponed: true})
	const want = "CT10 How often: More often. CT11 How often: Once. CT30 How often: Once. "
	for range 2 { // and again, which changes nothing
		contact.Classify(s, "LEADS", func(answers int, err error) {
			if answers != 3 || err != nil {
				t.Errorf("%d answers, %v", answers, err)
			}
		})
		if diff := cmp.Diff(want, answered(t, s)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestDeleteQuestionnaireLines(t *testing.T) { // CO-47
	for _, c := range []struct {
		name  string
		lines []int
		want  string
	}{
		{"an answer", []int{3}, ""},
		{"an answer that somebody gave", []int{2}, "questionnaire-line-answered"},
		{"a question with answers below", []int{4}, "question-has-answers"},
		{"a question with all its answers", []int{4, 5, 6}, ""},
		{"a question with some of them", []int{4, 5}, "question-has-answers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := questioned(t)
			apptest.Add(t, s, data.ProfileAnswers, data.ProfileAnswer{ContactNo: "CT10", Questionnaire: "LEADS", LineNo: 2})
			var doomed []data.QuestionnaireLine
			for _, l := range apptest.All(t, s, data.QuestionnaireLines) {
				for _, no := range c.lines {
					if l.LineNo == no {
						doomed = append(doomed, l)
					}
				}
			}
			refused(t, contact.DeleteQuestionnaireLines(s, doomed), c.want)
		})
	}
}

func TestShownAnswers(t *testing.T) { // CO-46
	answer := func(questionnaire data.QuestionnaireCode, line int, answer, questions data.Priority) data.ProfileAnswer {
		return data.ProfileAnswer{ContactNo: "CT10", Questionnaire: questionnaire, LineNo: line, AnswerPriority: answer, QuestionnairePriority: questions}
	}
	for _, c := range []struct {
		name    string
		answers []data.ProfileAnswer
		want    string
	}{
		{"none", nil, ""},
		{"the more important answer first", []data.ProfileAnswer{answer("LEADS", 2, data.NormalPriority, data.HighPriority), answer("LEADS", 5, data.HighPriority, data.HighPriority)},
			"Chairs, 66 %. Small, 66 %. "},
		{"of equal ones that of the more important questionnaire", []data.ProfileAnswer{answer("LEADS", 2, data.NormalPriority, data.LowPriority),
			answer("PROSPECT", 2, data.NormalPriority, data.HighPriority)}, "Yes, 100 %. Small, 33 %. "},
		{"a hidden one is left out, but its question is answered", []data.ProfileAnswer{answer("LEADS", 2, data.NormalPriority, data.HighPriority),
			answer("LEADS", 5, data.VeryLowPriority, data.HighPriority)}, "Small, 66 %. "},
		{"several answers are one question's", []data.ProfileAnswer{answer("LEADS", 5, data.NormalPriority, data.HighPriority),
			answer("LEADS", 6, data.LowPriority, data.HighPriority)}, "Chairs, 33 %. Desks, 33 %. "},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := questioned(t)
			apptest.Add(t, s, data.QuestionnaireLines, data.QuestionnaireLine{Questionnaire: "PROSPECT", LineNo: 1, Type: data.Question, Description: "Plans"},
				data.QuestionnaireLine{Questionnaire: "PROSPECT", LineNo: 2, Type: data.Answer, Description: "Yes"})
			apptest.Add(t, s, data.ProfileAnswers, c.answers...)
			apptest.Add(t, s, data.ProfileAnswers, data.ProfileAnswer{ContactNo: "CT20", Questionnaire: "LEADS", LineNo: 3, AnswerPriority: data.HighPriority})
			shown, err := contact.ShownAnswers(s.DB, "CT10")
			got := ""
			for _, a := range shown {
				got += fmt.Sprintf("%s, %d %%. ", a.Answer, a.Answered)
			}
			if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
		})
	}
}
