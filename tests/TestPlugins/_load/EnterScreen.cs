using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Load;

[Callback(Names.Id + "_enter")]
public readonly record struct Enter(string Text);

public sealed class EnterScreen(IOrganisation organisation, EffectsTable table) : IScreen<Enter>
{
    public async Task<Reply> ShowAsync(ITurn turn, Enter place, CancellationToken cancellationToken)
    {
        if (turn.Member is null)
        {
            var company = new NewCompany { Name = turn.User.Name, TimeZone = "Europe/Moscow", Currency = "RUB" };
            await organisation.RegisterCompanyAsync(company, cancellationToken);
        }

        return place.Text.Length == 0
            ? Reply.Begin<TakeText, TakenText>(new TakenText())
            : Reply.Show(new Screen { Body = Markup.Plain(await table.AddAsync(place.Text, cancellationToken)) });
    }
}
