using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Staff;

internal sealed class BeginImportAction : IAction<BeginImport>
{
    public Task<Reply> ActAsync(ITurn turn, BeginImport press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<ImportDialog, ImportState>(new()));
}

/// <summary>Asks for the file.</summary>
[Callback("import-begin")]
internal readonly record struct BeginImport;
