using DrAivBot.Analysis.Assessments;
using DrAivBot.Delivery;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>Who answers for which division.</summary>
internal sealed class AssignScreen(AnswerSheets sheets, AssignDesk desk, IRecipients recipients) : IScreen<AssignPlace>, IAction<AssignHeads>
{
    private const int LastDivision = 7;

    public async Task<Reply> ShowAsync(ITurn turn, AssignPlace place, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(turn, place.Assessment, cancellationToken) is not { Viewer.Runs: true } sheet)
        {
            return Reply.NotFound;
        }

        int[] divisions = [.. Enumerable.Range(1, LastDivision)];
        var people = await recipients.FindAsync(
            [.. divisions.Select(sheet.AssignmentOf).OfType<Assignment>().Select(assignment => Recipient.User(assignment.Person)).Distinct()], cancellationToken);
        var names = people.ToDictionary(person => person.Recipient.Id ?? default, person => person.Name);
        return Reply.Show(new Screen { Body = turn.Text.GetMarkup("analysis.who.title") }
            .WithRow(Button.To(turn.Text.Get("analysis.who.start"), new ContinuePlace(place.Assessment)))
            .WithColumn(divisions.Select(division => Button.To(
                turn.Text.Get(
                    "analysis.who.division",
                    ("number", division), ("name", turn.Text.Get(FormattableString.Invariant($"analysis.division.{division}"))),
                    ("who", sheet.AssignmentOf(division) is { } assignment ? names.GetValueOrDefault(assignment.Person.Value, "—") : turn.Text.Get("analysis.who.self"))),
                new AskRespondent(place.Assessment, division))))
            .WithRow(Button.To(turn.Text.Get("analysis.who.heads"), new AssignHeads(place.Assessment))));
    }

    public async Task<Reply> ActAsync(ITurn turn, AssignHeads press, CancellationToken cancellationToken) =>
        await desk.AssignHeadsAsync(turn, press.Assessment, cancellationToken) is { } count
            ? Reply.Stay.WithToast(turn.Text.Get("analysis.who.heads_done", ("count", count)))
            : Reply.NotFound;
}
