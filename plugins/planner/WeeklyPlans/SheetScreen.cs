using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The company's week: who planned, what was agreed, what came of it, by division.</summary>
internal sealed class SheetScreen(SheetTable sheets, PlanTable table, PlanTimesTable times, IOrganisation organisation, IPeople people)
    : IScreen<SheetPlace>, IScreen<SheetDivisionPlace>
{
    private const int DaysOfWeek = 7;

    public async Task<Reply> ShowAsync(ITurn turn, SheetPlace place, CancellationToken cancellationToken)
    {
        if (await ChooseAsync(turn, place.Week, cancellationToken) is not { } week)
        {
            return Reply.NotFound;
        }

        var text = turn.Text;
        var everybody = await people.SearchAsync(new() { Take = 1 }, cancellationToken);
        var without = await people.SearchAsync(new() { Filter = PeopleFilter.WithoutPost, Take = 1 }, cancellationToken);
        var sum = await sheets.SumAsync(week, everybody.Total - without.Total, cancellationToken);
        var byDivision = (await sheets.ListAsync(week, cancellationToken)).ToDictionary(entry => entry.Division, entry => entry.Sum);
        var screen = new Screen { Body = SheetText.Sum(text, week, sum) };
        return Reply.Show(screen
            .WithColumn((await organisation.ListDivisionsAsync(cancellationToken)).Select(division => Button.To(
                DivisionLabel(division, byDivision.GetValueOrDefault(division.Number)), new SheetDivisionPlace(week, division.Number, 0))))
            .WithRow(
                Button.To("‹ " + WeekText.Short(turn.Text, week.AddDays(-DaysOfWeek)), new SheetPlace(week.AddDays(-DaysOfWeek))),
                Button.To(WeekText.Short(turn.Text, week.AddDays(DaysOfWeek)) + " ›", new SheetPlace(week.AddDays(DaysOfWeek))))
            .WithRow(
                Button.To(text.Get("planner.sheet.as_picture"), new OrderSheet(week, SheetKind.Picture)),
                Button.To(text.Get("planner.sheet.as_workbook"), new OrderSheet(week, SheetKind.Workbook))));
    }

    public async Task<Reply> ShowAsync(ITurn turn, SheetDivisionPlace place, CancellationToken cancellationToken)
    {
        if (await ChooseAsync(turn, place.Week, cancellationToken) is not { } week
            || await organisation.FindDivisionAsync(place.Division, cancellationToken) is not { } chart)
        {
            return Reply.NotFound;
        }

        var plans = (await table.ListOfDivisionAsync(week, place.Division, cancellationToken)).Where(plan => plan.State != PlanState.Draft).ToArray();
        var page = Page.Of(plans, place.Page);
        var names = new Dictionary<Guid, string>();
        foreach (var plan in page.Items)
        {
            names[plan.Id] = (await people.FindAsync(plan.Person, cancellationToken))?.Name ?? "—";
        }

        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                PlanText.Title(turn.Text, week),
                Markup.Bold(Markup.Plain(FormattableString.Invariant($"{chart.Division.Number} · {chart.Division.Name}"))),
                plans.Length == 0 ? turn.Text.GetMarkup("planner.sheet.nobody") : turn.Text.GetMarkup("planner.sheet.plans", ("count", plans.Length))),
        };
        return Reply.Show(screen.WithPage(
            page,
            plan => Button.To($"{SignOf(plan)} {names[plan.Id]}{(plan.Percent is { } percent ? FormattableString.Invariant($" · {percent} %") : "")}", new PlanCardPlace(plan.Id)),
            number => new SheetDivisionPlace(week, place.Division, number)));
    }

    private async Task<DateOnly?> ChooseAsync(ITurn turn, DateOnly? week, CancellationToken cancellationToken) =>
        (await times.FindRhythmAsync(cancellationToken))?.Choose(week, turn.StartedAt);

    private static string DivisionLabel(Division division, SheetSum? sum) => FormattableString.Invariant(
        $"{division.Emoji} {division.Number} · {division.Name} · {sum?.Planned ?? 0}{(sum?.Percent is { } percent ? FormattableString.Invariant($" · {percent} %") : "")}");

    private static string SignOf(WeekPlan plan) => plan.State switch
    {
        PlanState.Sent => "⏳",
        PlanState.Returned => "↩️",
        PlanState.Agreed => "✅",
        _ => "🏁",
    };
}

/// <summary>The company's week.</summary>
/// <param name="Week">Its Monday; null for the one that matters now.</param>
[Callback("sheet")]
internal readonly record struct SheetPlace(DateOnly? Week);

/// <summary>The week of one division.</summary>
[Callback("sheetdiv")]
internal readonly record struct SheetDivisionPlace(DateOnly Week, int Division, int Page);
