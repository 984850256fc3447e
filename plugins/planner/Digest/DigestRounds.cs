using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Planner.Digest;

/// <summary>Schedules the mornings of the next day: one job for all who share an instant.</summary>
internal sealed class DigestRounds(DigestTable table, MorningCompany company, ICompanySettings settings, IJobs jobs, IWork work)
{
    /// <summary>A day and some hours, so that the next round is sure to come before.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(26);

    public async Task ScheduleAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (await company.ReadAsync(cancellationToken) is not var (chart, calendar))
        {
            return;
        }

        var chosen = await table.ListAsync(cancellationToken);
        var until = work.StartedAt + Ahead;
        var instants = chart.Members.SelectMany(member => DigestTimes.Of(calendar, member.TimeZone, chosen.GetValueOrDefault(member.UserId) ?? new(), since, until));
        foreach (var at in instants.Distinct())
        {
            await ScheduleOneAsync(at, cancellationToken);
        }
    }

    /// <summary>A person chose another time: the next one may come before the next round.</summary>
    public async Task ScheduleForAsync(TimeZoneInfo zone, DigestSetting setting, CancellationToken cancellationToken)
    {
        if (await settings.FindCalendarAsync(cancellationToken) is not { } calendar)
        {
            return;
        }

        foreach (var at in DigestTimes.Of(calendar, zone.Id, setting, work.StartedAt, work.StartedAt + Ahead))
        {
            await ScheduleOneAsync(at, cancellationToken);
        }
    }

    private Task<bool> ScheduleOneAsync(DateTimeOffset at, CancellationToken cancellationToken) => jobs.ScheduleAsync(
        new DigestOrder { At = at }, new() { Key = FormattableString.Invariant($"{at:O}"), At = at, OnClash = JobClash.Keep }, cancellationToken);
}
