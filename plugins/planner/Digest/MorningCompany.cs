using DrAivBot.Organisation;

namespace DrAivBot.Planner.Digest;

/// <summary>The company as a morning needs it.</summary>
internal sealed class MorningCompany(IOrganisation organisation, ICompanySettings settings)
{
    private const string AnyLanguage = "ru";

    /// <summary>Null when the company is gone.</summary>
    public async Task<(CompanyChart Chart, WorkingCalendar Calendar)?> ReadAsync(CancellationToken cancellationToken) =>
        await organisation.ReadChartAsync(AnyLanguage, cancellationToken) is { } chart && await settings.FindCalendarAsync(cancellationToken) is { } calendar
            ? (chart, calendar)
            : null;
}
