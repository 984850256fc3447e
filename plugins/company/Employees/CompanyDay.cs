using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Company.Employees;

/// <summary>The day it is in the company's zone.</summary>
internal sealed class CompanyDay(ICompanySettings settings, ITurn turn)
{
    public async Task<DateOnly> FindTodayAsync(CancellationToken cancellationToken) =>
        (await settings.FindCalendarAsync(cancellationToken))?.DayOf(turn.StartedAt) ?? DateOnly.FromDateTime(turn.StartedAt.UtcDateTime);
}
