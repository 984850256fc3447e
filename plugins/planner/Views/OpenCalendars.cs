using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>The calendars somebody may write into, and their names.</summary>
internal sealed class OpenCalendars(IOrganisation organisation)
{
    private const int Divisions = 7;
    private const int Departments = 21;

    public async Task<IReadOnlyList<Choice>> ListAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var scope = await organisation.FindScopeAsync(turn.User.Id, cancellationToken);
        var whole = scope.IsWholeCompany;
        string[] ids =
        [
            CalendarChoice.Personal,
            .. whole ? new[] { CalendarChoice.Company } : [],
            .. (whole ? Enumerable.Range(1, Divisions) : scope.Divisions).Select(number => TypedTimes.Say(Unit.Division(number))),
            .. (whole ? Enumerable.Range(1, Departments) : scope.Departments).Select(number => TypedTimes.Say(Unit.Department(number))),
        ];
        return [.. ids.Select(id => new Choice { Id = id, Label = NameOf(turn.Text, id) })];
    }

    public static string NameOf(IText text, string choice) => CalendarChoice.UnitOf(choice) is { } unit
        ? text.Get(Unit.IsDivision(unit) ? "planner.calendar.division" : "planner.calendar.department", ("number", Unit.NumberOf(unit)))
        : text.Get(choice == CalendarChoice.Company ? "planner.calendar.company" : "planner.calendar.personal");

    public static string NameOf(IText text, EventDetails details) =>
        NameOf(text, details switch { { Unit: { } unit } => TypedTimes.Say(unit), { Calendar: CalendarKind.Company } => CalendarChoice.Company, _ => CalendarChoice.Personal });
}
