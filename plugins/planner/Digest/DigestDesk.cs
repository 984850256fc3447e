using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Planner.Views;
using DrAivBot.Planner.WeeklyPlans;
using DrAivBot.Screens;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Planner.Digest;

/// <summary>Gathers what a morning brings and tells it; nobody is disturbed for nothing.</summary>
internal sealed class DigestDesk(
    DigestTable table, DayEntries entries, PlanTable plans, WaitingPlans waiting, MorningCompany company, INotifications notifications, IWork work)
{
    private const int MostLines = 8;

    /// <summary>A morning that was missed for longer than this is over.</summary>
    private static readonly TimeSpan LatestDelay = TimeSpan.FromHours(4);

    public async Task<IReadOnlyList<DigestReader>> ListReadersAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (work.StartedAt - at > LatestDelay || await company.ReadAsync(cancellationToken) is not var (chart, calendar))
        {
            return [];
        }

        var chosen = await table.ListAsync(cancellationToken);
        return
        [
            .. chart.Members
                .Where(member => member.AbsentUntil is null
                    && DigestTimes.Of(calendar, member.TimeZone, chosen.GetValueOrDefault(member.UserId) ?? new(), at.AddTicks(-1), at).Any())
                .Select(member => ReaderOf(member, calendar, at)),
        ];
    }

    public async Task<bool> TellAsync(IReadOnlyList<DigestReader> readers, CancellationToken cancellationToken)
    {
        var forWhom = (await waiting.ListAsync(cancellationToken)).ToLookup(entry => entry.Actor);
        foreach (var reader in readers)
        {
            var today = await entries.ListAsync(reader.Person, reader.Zone, reader.Day, days: 1, cancellationToken);
            var tasks = await ListTasksAsync(reader, cancellationToken);
            var count = forWhom[reader.Person].Count();
            if (today.Count + tasks.Count + count > 0)
            {
                await notifications.NotifyAsync(Recipient.User(reader.Person), Compose(reader, today, tasks, count), cancellationToken);
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<WeekTask>> ListTasksAsync(DigestReader reader, CancellationToken cancellationToken) =>
        await plans.FindOfAsync(reader.Person, PlanRhythm.MondayOf(reader.Day), cancellationToken) is { IsUnderWay: true } plan
            ? [.. (await plans.ListTasksAsync(plan.Id, cancellationToken)).Where(task => task.Mark is null)]
            : [];

    private static Notification Compose(DigestReader reader, IReadOnlyList<DayEntry> today, IReadOnlyList<WeekTask> tasks, int waits) => new()
    {
        Body = text => Markup.Paragraphs(
            text.GetMarkup("planner.digest.title", ("day", reader.Day.ToString("dddd, d MMMM", text.Culture))),
            Section(text, "planner.digest.events", [.. today.Select(entry => Line(text, entry))]),
            Section(text, "planner.digest.tasks", [.. tasks.Select(task => Markup.Plain("• " + task.Title))]),
            waits == 0 ? Markup.Empty : text.GetMarkup("planner.digest.waiting", ("count", waits))),
        DedupKey = FormattableString.Invariant($"digest/{reader.Day:O}"),
        Button = new() { Label = text => text.Get("planner.digest.open"), Place = new DayPlace() },
    };

    private static Markup Section(IText text, string key, IReadOnlyList<Markup> lines) => lines.Count == 0 ? Markup.Empty : Markup.Lines(
    [
        text.GetMarkup(key, ("count", lines.Count)),
        .. lines.Take(MostLines),
        lines.Count > MostLines ? text.GetMarkup("planner.digest.more", ("count", lines.Count - MostLines)) : Markup.Empty,
    ]);

    private static Markup Line(IText text, DayEntry entry) => Markup.Plain(
        $"• {(entry.IsWholeDay ? text.Get("planner.digest.whole_day") : text.FormatTime(TimeOnly.FromDateTime(entry.Start)))} {(entry.Title.Length > 0 ? entry.Title : text.Get("planner.digest.busy"))}");

    private static DigestReader ReaderOf(ChartMember member, WorkingCalendar calendar, DateTimeOffset at)
    {
        var zone = DigestTimes.ZoneOf(member.TimeZone, calendar.Zone);
        return new() { Person = member.UserId, Zone = zone, Day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) };
    }
}
