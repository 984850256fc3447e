using System.Data.Common;
using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Host.Work;

/// <summary>A piece of work as its module sees it.</summary>
internal sealed class WorkView(ModuleWork work, TextCatalogue coreTexts) : IWork
{
    public CompanyId? Company => work.Company.Id;

    public UserId? User => work.User;

    public DateTimeOffset StartedAt => work.StartedAt;

    public async ValueTask<DbConnection> GetConnectionAsync(CancellationToken cancellationToken)
    {
        // The host's own code needs no other role than the host's.
        if (work.Module.Manifest.Id == ModuleNames.Core)
        {
            await work.Database.AsHostAsync(cancellationToken);
            return work.Database.Connection;
        }

        return new TurnConnection(work.Database, work.Module.Manifest.Id);
    }

    public IText GetText(string? language) => new ModuleText(work.Module.Texts, coreTexts, Language.For(language), ReaderZone.Find(work.TimeZone));
}
