using DrAivBot.Planner.Events;
using DrAivBot.Planner.QuickEntry;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

/// <summary>Shows an event before it is made, with what speaks against it: a time that has passed, people who are taken. Each part can be changed.</summary>
internal sealed class DraftScreen(EventDesk desk, Conflicts conflicts, Viewers viewers)
    : IScreen<DraftPlace>, IAction<CreatePress>, IAction<EditDraftPress>, IAction<InvitePress>, IAction<KeepWordsPress>
{
    private const int PartsInRow = 2;

    public async Task<Reply> ShowAsync(ITurn turn, DraftPlace place, CancellationToken cancellationToken)
    {
        var state = turn.GetSlot<NewEventState>();
        if (state.ToDetails(turn.User.TimeZone) is not { } asked)
        {
            return Gone(turn);
        }

        var details = EventRules.Aligned(asked);
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var taken = await conflicts.FindAsync(viewer, viewer.User, details, state.ToParticipants(), except: null, cancellationToken);
        var screen = new Screen { Body = DraftText.Body(turn, details, state, taken) };
        return Reply.Show(screen
            .WithColumn(state.Offers.SelectMany(offer => offer.Candidates).Select(one =>
                Button.To(turn.Text.Get("planner.draft.invite", ("name", one.Name)), new InvitePress(one.Recipient.Id ?? Guid.Empty))))
            .WithColumn(state.RecursAsSaid() ? [Button.To(turn.Text.Get("planner.draft.keep_words", ("said", state.RuleSaid)), new KeepWordsPress())] : [])
            .WithRow(Button.To(turn.Text.Get("planner.draft.create"), new CreatePress()))
            .WithRows(DraftPart.All
                .Select(part => Button.To(turn.Text.Get("planner.draft.part." + part), new EditDraftPress(part)))
                .Chunk(PartsInRow)));
    }

    public async Task<Reply> ActAsync(ITurn turn, CreatePress press, CancellationToken cancellationToken)
    {
        var state = turn.GetSlot<NewEventState>();
        if (state.ToDetails(turn.User.TimeZone) is not { } details)
        {
            return Gone(turn);
        }

        var result = await desk.CreateAsync(await viewers.OfAsync(turn, cancellationToken), details, state.ToParticipants(), cancellationToken);
        if (result is not { Outcome: EventOutcome.Done, Key: { } key })
        {
            return OutcomeText.Refuse(turn.Text, result);
        }

        turn.SetSlot<NewEventState>(null);
        return Reply.GoTo(EventPlace.Of(key)).WithToast(turn.Text.Get("planner.draft.created"));
    }

    public Task<Reply> ActAsync(ITurn turn, EditDraftPress press, CancellationToken cancellationToken)
    {
        var state = turn.GetSlot<NewEventState>();
        return Task.FromResult(
            state.ToDetails(turn.User.TimeZone) is null ? Gone(turn)
            : DraftPart.All.Contains(press.Part) ? Reply.Begin<NewEventDialog, NewEventState>(state with { Part = press.Part })
            : Reply.NotFound);
    }

    /// <summary>Only who was offered is taken.</summary>
    public Task<Reply> ActAsync(ITurn turn, InvitePress press, CancellationToken cancellationToken)
    {
        var state = turn.GetSlot<NewEventState>();
        if (state.Offers.SelectMany(offer => offer.Candidates).FirstOrDefault(one => one.Recipient.Id == press.Person) is not { } chosen)
        {
            return Task.FromResult(Reply.NotFound);
        }

        turn.SetSlot(state with
        {
            People = [.. state.People.Where(one => one.Recipient != chosen.Recipient), chosen],
            Offers = [.. state.Offers.Where(offer => offer.Candidates.All(one => one.Recipient != chosen.Recipient))],
        });
        return Task.FromResult(Reply.Stay);
    }

    /// <summary>Puts the words that were understood as how it recurs back into the title.</summary>
    public Task<Reply> ActAsync(ITurn turn, KeepWordsPress press, CancellationToken cancellationToken)
    {
        var state = turn.GetSlot<NewEventState>();
        if (!state.RecursAsSaid())
        {
            return Task.FromResult(Reply.Stay);
        }

        var line = QuickEntryParser.Parse(state.Typed, turn.StartedAt, turn.User.TimeZone, readsRules: false);
        var kept = state with { Title = line.Title, RuleSaid = "" };
        RepeatChoice.Put(kept, rule: null);
        turn.SetSlot(kept);
        return Task.FromResult(Reply.Stay);
    }

    private static Reply Gone(ITurn turn) => Reply.GoTo(new DayPlace()).WithToast(turn.Text.Get("planner.draft.gone"));
}

/// <summary>The event that was asked for last, before it is made.</summary>
[Callback("draft")]
internal readonly record struct DraftPlace;

/// <summary>Makes it.</summary>
[Callback("create")]
internal readonly record struct CreatePress;

/// <summary>Asks for a part of it anew.</summary>
/// <param name="Part">One of <see cref="DraftPart"/>.</param>
[Callback("editdraft")]
internal readonly record struct EditDraftPress(string Part);

/// <summary>Invites somebody whose name was in the typed line.</summary>
/// <param name="Person">Whom.</param>
[Callback("invite")]
internal readonly record struct InvitePress(Guid Person);

/// <summary>Takes words of the typed line for its title rather than for how it recurs.</summary>
[Callback("keepwords")]
internal readonly record struct KeepWordsPress;
