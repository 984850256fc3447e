using DrAivBot.Delivery;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;
using DrAivBot.Planner.Views;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Ics;

/// <summary>Calendar files: out and in.</summary>
internal sealed class IcsScreen(IcsDesk desk, Viewers viewers, Calendar calendar) : IScreen<IcsPlace>, IAction<ExportPress>, IAction<ExportSharedPress>, IAction<ExportEventPress>
{
    private const int DaysBack = 31;
    private const int DaysAhead = 400;
    private const string FileName = "calendar.ics";

    public Task<Reply> ShowAsync(ITurn turn, IcsPlace place, CancellationToken cancellationToken) => Task.FromResult(Reply.Show(
        new Screen { Body = turn.Text.GetMarkup("planner.ics") }
            .WithRow(Button.To(turn.Text.Get("planner.ics.export"), new ExportPress()))
            .WithRow(Button.To(turn.Text.Get("planner.ics.company"), new ExportSharedPress(Unit: 0)))
            .WithRow(Button.To(turn.Text.Get("planner.ics.units"), new UnitCalendarsPlace()))
            .WithRow(Button.To(turn.Text.Get("planner.ics.import"), new ImportPress()))));

    public async Task<Reply> ActAsync(ITurn turn, ExportPress press, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var (from, until) = Period(turn, viewer);
        return await desk.ExportAsync(viewer, from, until, cancellationToken) is { } content
            ? Send(turn, content)
            : Reply.Stay.WithToast(turn.Text.Get("planner.ics.nothing"));
    }

    /// <summary>Everybody takes out the company's calendar, and those of the units of their posts.</summary>
    public async Task<Reply> ActAsync(ITurn turn, ExportSharedPress press, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var (from, until) = Period(turn, viewer);
        var isCompany = press.Unit == 0;
        if (!isCompany && !viewer.Units.Any(unit => unit == press.Unit))
        {
            return Reply.NotFound;
        }

        return await desk.ExportAsync(isCompany ? CalendarKind.Company : CalendarKind.Unit, isCompany ? null : press.Unit, from, until, cancellationToken) is { } content
            ? Send(turn, content)
            : Reply.Stay.WithToast(turn.Text.Get("planner.ics.nothing.shared"));
    }

    public async Task<Reply> ActAsync(ITurn turn, ExportEventPress press, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        return await calendar.FindAsync(viewer, EventPlace.KeyOf(press.Event, press.Start), cancellationToken) is { Source: { } source }
            ? Send(turn, await desk.ExportAsync(source, cancellationToken))
            : Reply.NotFound;
    }

    private static (DateTimeOffset From, DateTimeOffset Until) Period(ITurn turn, Viewer viewer)
    {
        var today = viewer.DayOf(turn.StartedAt);
        return WallTime.OfDays(today.AddDays(-DaysBack), today.AddDays(DaysAhead), viewer.Zone);
    }

    private static Reply Send(ITurn turn, byte[] content) =>
        Reply.Stay.WithFiles(new Attachment { Name = FileName, Content = content }).WithToast(turn.Text.Get("planner.ics.sent"));
}

/// <summary>Calendar files.</summary>
[Callback("ics")]
internal readonly record struct IcsPlace;

/// <summary>Takes out the viewer's calendar.</summary>
[Callback("icsout")]
internal readonly record struct ExportPress;

/// <summary>Takes out the calendar of the company or of a unit.</summary>
/// <param name="Unit">As <see cref="Events.Unit"/> numbers it; 0 for the company.</param>
[Callback("icsshared")]
internal readonly record struct ExportSharedPress(int Unit);

/// <summary>Takes out one event.</summary>
[Callback("icsevent")]
internal readonly record struct ExportEventPress(Guid Event, long Start);
