using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>Shows an event before it is made, with what speaks against it: a time that has passed, people who are taken.</summary>
internal sealed class DraftScreen(EventDesk desk, Conflicts conflicts, Viewers viewers, NamedPeople named) : IScreen<DraftPlace>, IAction<CreatePress>, IAction<EditDraftPress>
{
    private const int MostConflicts = 8;

    public async Task<Reply> ShowAsync(ITurn turn, DraftPlace place, CancellationToken cancellationToken)
    {
        var state = turn.GetSlot<NewEventState>();
        if (state.ToDetails(turn.User.TimeZone) is not { } asked)
        {
            return Reply.GoTo(new DayPlace(null)).WithToast(turn.Text.Get("planner.draft.gone"));
        }

        var details = EventRules.Aligned(asked);
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var (participants, _) = await named.FindAsync(state.People, cancellationToken);
        var taken = await conflicts.FindAsync(viewer, details, participants, except: null, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("planner.draft"), Summary(turn.Text, details, state), Warnings(turn, details), Conflicts(turn.Text, taken)),
        };
        return Reply.Show(screen
            .WithRow(Button.To(turn.Text.Get("planner.draft.create"), new CreatePress()))
            .WithRow(Button.To(turn.Text.Get("planner.draft.edit"), new EditDraftPress())));
    }

    public async Task<Reply> ActAsync(ITurn turn, CreatePress press, CancellationToken cancellationToken)
    {
        var state = turn.GetSlot<NewEventState>();
        if (state.ToDetails(turn.User.TimeZone) is not { } details)
        {
            return Reply.GoTo(new DayPlace(null)).WithToast(turn.Text.Get("planner.draft.gone"));
        }

        var (participants, _) = await named.FindAsync(state.People, cancellationToken);
        var result = await desk.CreateAsync(await viewers.OfAsync(turn, cancellationToken), details, participants, cancellationToken);
        if (result is not { Outcome: EventOutcome.Done, Key: { } key })
        {
            return OutcomeText.Refuse(turn.Text, result);
        }

        turn.SetSlot<NewEventState>(null);
        return Reply.GoTo(EventPlace.Of(key)).WithToast(turn.Text.Get("planner.draft.created"));
    }

    public Task<Reply> ActAsync(ITurn turn, EditDraftPress press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<NewEventDialog, NewEventState>(turn.GetSlot<NewEventState>()));

    private static Markup Summary(IText text, EventDetails details, NewEventState state) => Markup.Lines(
        text.GetMarkup("planner.card.title." + KindText.KeyOf(details.Kind), ("title", details.Title)),
        text.GetMarkup("planner.card.when", ("when", WhenText.Span(text, details.Span))),
        details.Rule is { } rule ? text.GetMarkup("planner.card.rule", ("rule", RuleWords.Of(text, rule, details.Span.Start))) : Markup.Empty,
        state.People.Any(char.IsLetter) ? text.GetMarkup("planner.draft.people", ("people", state.People)) : Markup.Empty,
        details.IsPrivate ? text.GetMarkup("planner.card.private") : Markup.Empty);

    private static Markup Warnings(ITurn turn, EventDetails details) =>
        details.Span.In(WallTime.ZoneOf(details.Zone)).End <= turn.StartedAt ? turn.Text.GetMarkup("planner.draft.past") : Markup.Empty;

    private static Markup Conflicts(IText text, IReadOnlyList<Conflict> taken) => taken.Count == 0 ? Markup.Empty : Markup.Lines(
    [
        text.GetMarkup("planner.draft.conflicts"),
        .. taken.Take(MostConflicts).Select(conflict => text.GetMarkup(
            "planner.draft.conflict", ("who", conflict.Who.Name), ("when", WhenText.Span(text, conflict.Span)), ("title", conflict.Title ?? text.Get("planner.busy")))),
    ]);
}

/// <summary>The event that was asked for last, before it is made.</summary>
[Callback("draft")]
internal readonly record struct DraftPlace;

/// <summary>Makes it.</summary>
[Callback("create")]
internal readonly record struct CreatePress;

/// <summary>Asks for it again.</summary>
[Callback("editdraft")]
internal readonly record struct EditDraftPress;
