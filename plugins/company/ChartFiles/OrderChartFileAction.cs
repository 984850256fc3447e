using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.ChartFiles;

/// <summary>Has the structure made as a file for whoever asks; a second tap while it is being made only says so.</summary>
internal sealed class OrderChartFileAction(IJobs jobs, ITaskProgress progress) : IAction<OrderChartFile>
{
    public async Task<Reply> ActAsync(ITurn turn, OrderChartFile press, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(press.Kind))
        {
            return Reply.NotFound;
        }

        var message = await progress.BeginAsync(turn.User.Id, text => text.GetMarkup(KeyOf(press.Kind)), cancellationToken);
        var order = new ChartFileOrder
        {
            Kind = press.Kind,
            User = turn.User.Id.Value,
            Language = turn.User.Language,
            TimeZone = turn.User.TimeZone.Id,
            Progress = message.Value,
        };
        var key = FormattableString.Invariant($"{press.Kind}/{turn.User.Id}");
        if (!await jobs.ScheduleAsync(order, new() { Key = key, OnClash = JobClash.Keep, Progress = message }, cancellationToken))
        {
            await progress.FinishAsync(message, text => text.GetMarkup("company.chartfile.already"), button: null, cancellationToken);
        }

        return Reply.Stay.WithToast(turn.Text.Get("company.chartfile.ordered"));
    }

    /// <summary>The buttons under the structure.</summary>
    public static IReadOnlyList<Button> Buttons(IText text) =>
    [
        Button.To(text.Get("company.chartfile.picture"), new OrderChartFile(ChartFileKind.Picture)),
        Button.To(text.Get("company.chartfile.workbook"), new OrderChartFile(ChartFileKind.Workbook)),
    ];

    private static string KeyOf(ChartFileKind kind) => kind switch
    {
        ChartFileKind.Picture => "company.chartfile.begin.picture",
        ChartFileKind.Template => "company.chartfile.begin.template",
        _ => "company.chartfile.begin.workbook",
    };
}

/// <summary>Asks for the structure as a file.</summary>
/// <param name="Kind">What kind of file; an unknown one is not found.</param>
[Callback("chartfile")]
internal readonly record struct OrderChartFile(ChartFileKind Kind);

/// <summary>The files the structure can be had as.</summary>
internal enum ChartFileKind
{
    /// <summary>PNG: the whole board, and a page for each division.</summary>
    Picture = 0,

    /// <summary>.xlsx: posts and staff.</summary>
    Workbook = 1,

    /// <summary>.xlsx: an empty table for loading posts.</summary>
    Template = 2,
}
