using System.Globalization;
using System.Text;
using DrAivBot.Organisation;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Reminders;
using DrAivBot.Work;

namespace DrAivBot.Planner.Ics;

/// <summary>Takes events out into calendar files and in from them.</summary>
internal sealed class IcsDesk(EventTable events, OccurrenceTable occurrences, ReminderDesk reminders, IAudit audit, IWork work)
{
    /// <summary>One reminder, a quarter of an hour before: what other calendars remind of, they remind of themselves.</summary>
    private static readonly IReadOnlyList<int> ImportedReminders = [15];

    /// <summary>One event, with its whole series.</summary>
    public async Task<byte[]> ExportAsync(CalendarEvent source, CancellationToken cancellationToken) => await WriteAsync([source], cancellationToken);

    /// <summary>What the viewer organises or is invited to in a range; null when there is nothing.</summary>
    public async Task<byte[]?> ExportAsync(Viewer viewer, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await events.ListOwnAsync(viewer, from, until, IcsReader.MaxEvents, cancellationToken) is { Count: > 0 } found ? await WriteAsync(found, cancellationToken) : null;

    /// <summary>The calendar of a unit or the company in a range, private events left out; null when there is nothing.</summary>
    public async Task<byte[]?> ExportAsync(CalendarKind calendar, int? unit, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await events.ListSharedAsync(calendar, unit, from, until, IcsReader.MaxEvents, cancellationToken) is { Count: > 0 } found ? await WriteAsync(found, cancellationToken) : null;

    /// <summary>What an import would do.</summary>
    public async Task<IcsPreview> PreviewAsync(Viewer viewer, IcsReading reading, CancellationToken cancellationToken)
    {
        var preview = new IcsPreview { Skipped = reading.Skipped, SkippedTitles = reading.SkippedTitles, LostRules = reading.Events.Count(read => read.LostRule) };
        foreach (var plan in await PlanAsync(viewer, reading.Events, cancellationToken))
        {
            preview = plan switch
            {
                { Known: null } => preview with { New = preview.New + 1 },
                { IsSame: false } => preview with { Updated = preview.Updated + 1 },
                _ => preview with { Unchanged = preview.Unchanged + 1 },
            };
        }

        return preview;
    }

    /// <summary>Takes events in; doing it again changes nothing.</summary>
    public async Task<IcsPreview> ImportAsync(Viewer viewer, IReadOnlyList<IcsEvent> read, CancellationToken cancellationToken)
    {
        var done = new IcsPreview();
        foreach (var plan in await PlanAsync(viewer, read, cancellationToken))
        {
            if (plan.Known is { } known)
            {
                if (!plan.IsSame)
                {
                    await UpdateAsync(known, plan.Read, cancellationToken);
                }

                done = plan.IsSame ? done with { Unchanged = done.Unchanged + 1 } : done with { Updated = done.Updated + 1 };
                continue;
            }

            await AddAsync(viewer, plan.Read, cancellationToken);
            done = done with { New = done.New + 1 };
        }

        await audit.NoteAsync(
            new()
            {
                Act = "calendar.imported",
                After = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["new"] = done.New.ToString(CultureInfo.InvariantCulture),
                    ["updated"] = done.Updated.ToString(CultureInfo.InvariantCulture),
                },
            },
            cancellationToken);
        return done;
    }

    /// <summary>What somebody else organises is not changed by a file of somebody invited.</summary>
    private async Task<IReadOnlyList<Plan>> PlanAsync(Viewer viewer, IReadOnlyList<IcsEvent> read, CancellationToken cancellationToken)
    {
        var known = (await events.ListOfUidsAsync(viewer, read.Select(one => one.Uid), cancellationToken))
            .GroupBy(source => source.Uid, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var plans = new List<Plan>();
        foreach (var one in read)
        {
            var source = known.GetValueOrDefault(one.Uid);
            var isSame = source is not null && (source.Organiser != viewer.User || IcsEvent.Of(source, await ChangesAsync(source, cancellationToken)).Says(one));
            plans.Add(new(one, source, isSame));
        }

        return plans;
    }

    private async Task AddAsync(Viewer viewer, IcsEvent read, CancellationToken cancellationToken)
    {
        var added = new CalendarEvent
        {
            Id = Guid.CreateVersion7(),
            Uid = read.Uid,
            Sequence = read.Sequence,
            Organiser = viewer.User,
            Position = viewer.Posts.Count > 0 ? viewer.Posts[0].Id : null,
            Details = read.Details with { Reminders = ImportedReminders },
        };
        if (await events.AddAsync(added, cancellationToken))
        {
            await WriteOutAsync(added, read, cancellationToken);
        }
    }

    private async Task UpdateAsync(CalendarEvent known, IcsEvent read, CancellationToken cancellationToken)
    {
        var changed = known with
        {
            Sequence = Math.Max(known.Sequence + 1, read.Sequence),
            Details = read.Details with { Calendar = known.Details.Calendar, Unit = known.Details.Unit, Reminders = known.Details.Reminders },
        };
        await events.UpdateAsync(changed, cancellationToken);
        await occurrences.ForgetChangesAsync(known.Id, DateTime.MinValue, cancellationToken);
        await WriteOutAsync(changed, read, cancellationToken);
    }

    private async Task WriteOutAsync(CalendarEvent source, IcsEvent read, CancellationToken cancellationToken)
    {
        foreach (var change in read.Changes)
        {
            await occurrences.ChangeAsync(source.Id, change, cancellationToken);
        }

        await occurrences.WriteAsync(source, cancellationToken);
        await reminders.ScheduleAsync(source, cancellationToken);
    }

    private async Task<byte[]> WriteAsync(IReadOnlyList<CalendarEvent> sources, CancellationToken cancellationToken)
    {
        var written = new List<IcsEvent>();
        foreach (var source in sources)
        {
            written.Add(IcsEvent.Of(source, await ChangesAsync(source, cancellationToken)));
        }

        return Encoding.UTF8.GetBytes(IcsWriter.Write(written, work.StartedAt));
    }

    private async Task<IReadOnlyList<SeriesChange>> ChangesAsync(CalendarEvent source, CancellationToken cancellationToken) =>
        source.Recurs ? await occurrences.ListChangesAsync(source.Id, cancellationToken) : [];

    private sealed record Plan(IcsEvent Read, CalendarEvent? Known, bool IsSame);
}

/// <summary>What an import does, or did.</summary>
internal sealed record IcsPreview
{
    public int New { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    /// <summary>Events that could not be taken.</summary>
    public int Skipped { get; init; }

    /// <summary>What the first of them are called.</summary>
    public IReadOnlyList<string> SkippedTitles { get; init; } = [];

    /// <summary>Series of which only the first time is taken, because their rule is not understood.</summary>
    public int LostRules { get; init; }
}
