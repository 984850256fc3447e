using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Journal;

[Callback("open")]
public readonly record struct OpenJournal;

public sealed class OpenJournalScreen(IOrganisation organisation) : IScreen<OpenJournal>
{
    public async Task<Reply> ShowAsync(ITurn turn, OpenJournal place, CancellationToken cancellationToken)
    {
        if (turn.Member is null)
        {
            var company = new NewCompany { Name = turn.User.Name, TimeZone = "Europe/Moscow", Currency = "RUB" };
            await organisation.RegisterCompanyAsync(company, cancellationToken);
        }

        return Reply.Begin<WriteEntry, EntryDraft>(new EntryDraft());
    }
}
