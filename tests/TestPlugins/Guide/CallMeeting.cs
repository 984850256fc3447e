using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Wishes;

public sealed class CallMeeting(INotifications notifications) : IDialog<MeetingDraft>, IAction<BeginMeeting>
{
    public void Define(IDialogSteps<MeetingDraft> steps) => steps
        .AskDate("day", new()
        {
            QuestionKey = "wishes.ask.day",
            LabelKey = "wishes.label.day",
            Bounds = (turn, _, _) => ValueTask.FromResult(new DayBounds { Earliest = turn.Text.DayOf(turn.StartedAt) }),
            Save = (draft, day) => draft.Day = day,
            Current = draft => draft.Day,
        })
        .AskTime("time", new()
        {
            QuestionKey = "wishes.ask.time",
            LabelKey = "wishes.label.time",
            Save = (draft, time) => draft.Time = time,
            Current = draft => draft.Time,
        })
        .AskPeople("people", new()
        {
            QuestionKey = "wishes.ask.people",
            LabelKey = "wishes.label.people",
            Save = (draft, people) => draft.People = people,
            Current = draft => draft.People,
        })
        .Review(new()
        {
            Summary = (turn, draft) => turn.Text.GetMarkup(
                "wishes.meeting", ("when", turn.Text.FormatInstant(draft.At(turn), turn.StartedAt)), ("people", string.Join(", ", draft.People.Select(one => one.Name)))),
            ConfirmKey = "wishes.confirm",
        });

    public async Task<Reply> CompleteAsync(ITurn turn, MeetingDraft state, CancellationToken cancellationToken)
    {
        var (at, now) = (state.At(turn), turn.StartedAt);
        var news = new Notification { Body = text => text.GetMarkup("wishes.invited", ("when", text.FormatInstant(at, now))) };
        foreach (var one in state.People)
        {
            await notifications.NotifyAsync(one.Recipient, news, cancellationToken);
        }

        return Reply.GoTo(new WishMonthPlace(state.Day!.Value, state.Day));
    }

    public Task<Reply> ActAsync(ITurn turn, BeginMeeting press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<CallMeeting, MeetingDraft>(new() { Day = press.Day }));
}

public sealed class MeetingDraft
{
    public DateOnly? Day { get; set; }

    public TimeOnly? Time { get; set; }

    public IReadOnlyList<NamedRecipient> People { get; set; } = [];

    public DateTimeOffset At(ITurn turn)
    {
        var local = Day!.Value.ToDateTime(Time!.Value);
        return new(local, turn.Text.TimeZone.GetUtcOffset(local));
    }
}

[Callback("meet")]
public readonly record struct BeginMeeting(DateOnly? Day);
