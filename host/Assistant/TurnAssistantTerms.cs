using System.Globalization;
using DrAivBot.Assistant;
using DrAivBot.Host.Organisation;
using DrAivBot.Jobs;

namespace DrAivBot.Host.Assistant;

/// <summary>Consent and quota of the company, in the transaction of the work.</summary>
internal sealed class TurnAssistantTerms(OrganisationWork work, string moduleId, AssistantParts parts) : IAssistantTerms
{
    /// <summary>Of the text <c>core.assistant.consent</c>: to be raised when its meaning changes, so that owners are asked again.</summary>
    public const int ConsentVersion = 1;

    /// <summary>Each costs the operator money.</summary>
    private const int MostAsked = 20;

    /// <summary>How long a charge is held after its time, for a job that has to be started again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    private readonly AssistantTable _table = new(work);
    private readonly ActingDesk _desk = new(work);

    public async Task<AssistantState?> FindStateAsync(CancellationToken cancellationToken)
    {
        if (work.Company is null)
        {
            return null;
        }

        var standing = await _table.FindAsync(ConsentVersion, moduleId, charge: "", forChange: false, cancellationToken);
        return new()
        {
            IsConfigured = parts.Settings.IsConfigured,
            HasConsent = standing.HasConsent,
            ConsentVersion = ConsentVersion,
            Quota = new() { Limit = parts.Settings.ReportsPerMonth, Used = standing.Others, RenewsOn = standing.Month.AddMonths(1) },
        };
    }

    public async Task<ConsentOutcome> GiveConsentAsync(int version, CancellationToken cancellationToken)
    {
        if (work.Company is null || work.Acting.User is not { } user || (await _desk.FindRightsAsync(cancellationToken)).Owner is not { } from)
        {
            return await ForbidAsync("assistant.consented", cancellationToken);
        }

        if (version != ConsentVersion)
        {
            return ConsentOutcome.OtherText;
        }

        if ((await _table.FindAsync(ConsentVersion, moduleId, charge: "", forChange: true, cancellationToken)).HasConsent)
        {
            return ConsentOutcome.Unchanged;
        }

        await _table.GiveAsync(version, user.Value, cancellationToken);
        var facts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["version"] = version.ToString(CultureInfo.InvariantCulture) };
        await _desk.NoteAsync("assistant.consented", from, before: null, facts, cancellationToken);
        return ConsentOutcome.Done;
    }

    public async Task<ConsentOutcome> WithdrawConsentAsync(CancellationToken cancellationToken)
    {
        if (work.Company is null || work.Acting.User is not { } user || (await _desk.FindRightsAsync(cancellationToken)).Owner is not { } from)
        {
            return await ForbidAsync("assistant.withdrawn", cancellationToken);
        }

        if (!await _table.WithdrawAsync(user.Value, cancellationToken))
        {
            return ConsentOutcome.Unchanged;
        }

        await _desk.NoteAsync("assistant.withdrawn", from, before: null, after: null, cancellationToken);
        return ConsentOutcome.Done;
    }

    /// <summary>Holds a charge, if the company may ask, and says who must not be named.</summary>
    /// <exception cref="InvalidOperationException">There is no company.</exception>
    public async Task<OpenedCharge> OpenAsync(AssistantRequest request, CancellationToken cancellationToken)
    {
        if (work.Company is null)
        {
            throw new InvalidOperationException(
                $"Module '{moduleId}' asks the assistant in a job of the deployment. Consent and quota belong to companies: schedule the job with {nameof(JobScope)}.{nameof(JobScope.Company)}.");
        }

        var standing = await _table.FindAsync(ConsentVersion, moduleId, request.Charge, forChange: true, cancellationToken);
        var refusal = !standing.HasConsent ? AssistantWords.NoConsent
            : standing.Asked >= MostAsked ? AssistantWords.AskedTooOften
            : !standing.IsCounted && standing.Others >= parts.Settings.ReportsPerMonth ? AssistantWords.QuotaUsed
            : null;
        if (refusal is not null)
        {
            return new() { Refusal = refusal, Module = moduleId };
        }

        await _table.HoldAsync(moduleId, request.Charge, standing.Month, request.MostTime + Grace, cancellationToken);
        return new() { Module = moduleId, Words = parts.WordsIn(request.Language), People = await _table.ListPeopleAsync(parts.Nobodies, cancellationToken) };
    }

    /// <summary>Counts a charge that was answered, or gives it back.</summary>
    public Task SettleAsync(string charge, bool isAnswered, CancellationToken cancellationToken) => _table.SettleAsync(moduleId, charge, isAnswered, cancellationToken);

    private async Task<ConsentOutcome> ForbidAsync(string act, CancellationToken cancellationToken)
    {
        if (work.Company is not null)
        {
            await _desk.DenyAsync(act, "assistant", cancellationToken);
        }

        return ConsentOutcome.Forbidden;
    }
}
