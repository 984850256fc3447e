using DrAivBot.Assistant;
using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Routing;

namespace DrAivBot.Analysis.Results;

/// <summary>The report that is to be made and for whom.</summary>
internal sealed record ReportOrder
{
    public Guid Assessment { get; init; }

    public Guid User { get; init; }

    public string Language { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public Guid Progress { get; init; }

    public DateTimeOffset OrderedAt { get; init; }

    /// <summary>Whether an assistant is to write what a template wrote before.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Whether an assistant was there for it.</summary>
    public bool IsAssisted { get; init; }
}

/// <summary>Has reports made; a second order while one is being made only says so.</summary>
internal sealed class ReportOrders(IJobs jobs, ITaskProgress progress, IAssistantTerms terms, ReportTable reports)
{
    /// <summary>Has a report made, or sent again as it was.</summary>
    public async Task OrderAsync(ITurn turn, Guid assessment, CancellationToken cancellationToken) => await OrderAsync(
        turn,
        assessment,
        isAgain: false,
        isAssisted: await IsReadyAsync(cancellationToken) && await reports.FindAsync(assessment, turn.User.Language, cancellationToken) is null,
        cancellationToken);

    /// <summary>Has an assistant write what a template wrote.</summary>
    public async Task OrderAgainAsync(ITurn turn, Guid assessment, CancellationToken cancellationToken) =>
        await OrderAsync(turn, assessment, isAgain: true, isAssisted: await IsReadyAsync(cancellationToken), cancellationToken);

    private async Task OrderAsync(ITurn turn, Guid assessment, bool isAgain, bool isAssisted, CancellationToken cancellationToken)
    {
        var message = await progress.BeginAsync(
            turn.User.Id, text => text.GetMarkup(isAssisted ? "analysis.report.begin_assisted" : "analysis.report.begin"), cancellationToken);
        var order = new ReportOrder
        {
            Assessment = assessment,
            User = turn.User.Id.Value,
            Language = turn.User.Language,
            TimeZone = turn.User.TimeZone.Id,
            Progress = message.Value,
            OrderedAt = turn.StartedAt,
            IsAgain = isAgain,
            IsAssisted = isAssisted,
        };
        if (!await jobs.ScheduleAsync(order, new() { Key = $"{assessment}/{turn.User.Id}", OnClash = JobClash.Keep, Progress = message }, cancellationToken))
        {
            await progress.FinishAsync(message, text => text.GetMarkup("analysis.report.already"), button: null, cancellationToken);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken) => await terms.FindStateAsync(cancellationToken) is { IsReady: true };
}
