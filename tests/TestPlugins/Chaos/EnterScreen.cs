using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Chaos;

[Callback("enter")]
public readonly record struct Enter;

public sealed class EnterScreen(IOrganisation organisation) : IScreen<Enter>
{
    public async Task<Reply> ShowAsync(ITurn turn, Enter place, CancellationToken cancellationToken)
    {
        if (turn.Member is null)
        {
            var company = new NewCompany { Name = turn.User.Name, TimeZone = "Europe/Moscow", Currency = "RUB" };
            await organisation.RegisterCompanyAsync(company, cancellationToken);
        }

        return Reply.Begin<TakeText, TakenText>(new TakenText());
    }
}
