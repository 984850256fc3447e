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
}

/// <summary>Has reports made; a second order while one is being made only says so.</summary>
internal sealed class ReportOrders(IJobs jobs, ITaskProgress progress)
{
    public async Task OrderAsync(ITurn turn, Guid assessment, CancellationToken cancellationToken)
    {
        var message = await progress.BeginAsync(turn.User.Id, text => text.GetMarkup("analysis.report.begin"), cancellationToken);
        var order = new ReportOrder
        {
            Assessment = assessment,
            User = turn.User.Id.Value,
            Language = turn.User.Language,
            TimeZone = turn.User.TimeZone.Id,
            Progress = message.Value,
        };
        if (!await jobs.ScheduleAsync(order, new() { Key = $"{assessment}/{turn.User.Id}", OnClash = JobClash.Keep, Progress = message }, cancellationToken))
        {
            await progress.FinishAsync(message, text => text.GetMarkup("analysis.report.already"), button: null, cancellationToken);
        }
    }
}
