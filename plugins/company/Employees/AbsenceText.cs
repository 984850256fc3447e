using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Employees;

/// <summary>How absences and deputies are said.</summary>
internal static class AbsenceText
{
    /// <summary>«🌴 12–20 мая 2026, замещает Борис».</summary>
    public static Markup Line(IText text, Absence absence) => text.GetMarkup(
        absence.Deputy is null ? "company.absences.line" : "company.absences.line_deputy",
        ("days", text.FormatDays(absence.StartsOn, absence.EndsOn)),
        ("deputy", absence.Deputy?.Name));

    public static Markup Deputy(IText text, PositionDeputy deputy) => text.GetMarkup(
        "company.deputies.line", ("name", deputy.Person.Name), ("days", text.FormatDays(deputy.StartsOn, deputy.EndsOn)));

    /// <summary>Why an act was not done. What is forbidden is answered like what does not exist.</summary>
    public static Reply Refuse(IText text, AbsenceResult result) => result.Outcome switch
    {
        AbsenceOutcome.NotFound or AbsenceOutcome.Forbidden => Reply.NotFound,
        _ => Reply.Stay.WithToast(Words(text, result)),
    };

    private static string Words(IText text, AbsenceResult result) => (result.Outcome, result.Absence) switch
    {
        (AbsenceOutcome.Overlaps, { } other) => text.Get("company.absences.overlaps", ("days", text.FormatDays(other.StartsOn, other.EndsOn))),
        (AbsenceOutcome.DeputyIsAbsent, { } other) => text.Get(
            "company.absences.deputy_away", ("name", other.Person.Name), ("days", text.FormatDays(other.StartsOn, other.EndsOn))),
        (AbsenceOutcome.BadDeputy, _) => text.Get("company.absences.bad_deputy"),
        (AbsenceOutcome.BadDates, _) => text.Get("company.absences.bad_dates"),
        _ => text.Get("company.refused.other"),
    };
}
