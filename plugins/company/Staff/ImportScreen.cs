using DrAivBot.Company.ChartFiles;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Staff;

internal sealed class ImportScreen : IScreen<ImportPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, ImportPlace place, CancellationToken cancellationToken)
    {
        var screen = new Screen { Body = turn.Text.GetMarkup("company.import.about", ("max", Organisation.IPostImport.MaxPosts)) };
        return Task.FromResult(Reply.Show(screen.WithColumn(
        [
            Button.To(turn.Text.Get("company.import.template"), new OrderChartFile(ChartFileKind.Template)),
            Button.To(turn.Text.Get("company.import.send"), new BeginImport()),
        ])));
    }
}

/// <summary>How to load posts from a table.</summary>
[Callback("import")]
internal readonly record struct ImportPlace;
