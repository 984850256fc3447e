using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

/// <summary>Asks for one part of an event anew, and of a series how much of it is meant.</summary>
internal sealed class EditDialog(SeriesDesk desk, Calendar calendar, EventTable events, Viewers viewers, IRecipients recipients) : IDialog<EditState>, IAction<EditPress>
{
    public void Define(IDialogSteps<EditState> steps)
    {
        EventSteps<EditState>.AskWhat(steps);
        EventSteps<EditState>.AskWho(steps);
        EventSteps<EditState>.AskWhere(steps);
        EventSteps<EditState>.AskReminders(steps);
        EventSteps<EditState>.AskSight(steps);
        steps.AskChoice("scope", new()
        {
            QuestionKey = "planner.edit.scope",
            LabelKey = "planner.label.part",
            Choices = (turn, state, _) => new([.. state.Scopes().Select(scope => new Choice { Id = ScopeText.KeyOf(scope), Label = turn.Text.Get("planner.move." + ScopeText.KeyOf(scope)) })]),
            Save = (state, scope) => state.Scope = scope,
            When = state => state.Recurs,
        });
    }

    public async Task<Reply> ActAsync(ITurn turn, EditPress press, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        if (!DraftPart.OfEvents.Contains(press.Part)
            || await calendar.FindAsync(viewer, EventPlace.KeyOf(press.Event, press.Start), cancellationToken) is not { MayChange: true, Source: { } source } card)
        {
            return Reply.NotFound;
        }

        var invited = await events.ListParticipantsAsync(source.Id, cancellationToken);
        return Reply.Begin<EditDialog, EditState>(new()
        {
            Event = press.Event,
            Start = press.Start,
            Recurs = source.Recurs,
            Part = press.Part,
            Title = card.Entry.Title,
            Kind = source.Details.Kind,
            People = await recipients.FindAsync([.. invited.Select(RecipientOf)], cancellationToken),
            Place = card.Entry.Place ?? source.Details.Link ?? "",
            Note = source.Details.Description ?? "",
            Reminders = source.Details.Reminders,
            IsPrivate = source.Details.IsPrivate,
        });
    }

    public async Task<Reply> CompleteAsync(ITurn turn, EditState state, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var scope = ScopeText.Read(state.Scope);
        var result = await desk.ChangeAsync(viewer, EventPlace.KeyOf(state.Event, state.Start), scope, state.ToChange(scope), cancellationToken);
        return result is { IsDone: true, Key: { } key }
            ? Reply.GoTo(EventPlace.Of(key)).WithToast(turn.Text.Get("planner.edit.done"))
            : OutcomeText.Refuse(turn.Text, result);
    }

    private static Recipient RecipientOf(Participant participant) => participant switch
    {
        { Kind: ParticipantKind.Person, Target: { } id } => Recipient.User(new(id)),
        { Kind: ParticipantKind.Post, Target: { } id } => Recipient.Position(new(id)),
        { Kind: ParticipantKind.Division, Unit: { } unit } => Recipient.Division(Unit.NumberOf(unit)),
        _ => Recipient.Department(Unit.NumberOf(participant.Unit ?? 0)),
    };
}
