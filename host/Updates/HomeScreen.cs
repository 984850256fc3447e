using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>The main menu: what the modules offer to this user.</summary>
internal sealed class HomeScreen(TurnState turn, ModuleCalls modules, IText text)
{
    private const string Several = "select count(*) > 1 from core.companies_of($1)";

    public async Task<Screen> DrawAsync(CancellationToken cancellationToken)
    {
        if (turn.Member is not null && turn.Session.Data.HasSeveralCompanies is null)
        {
            turn.Session.Data.HasSeveralCompanies = await HasSeveralAsync(cancellationToken);
        }

        return new Screen { Body = Greet() }.WithColumn(
            from entry in turn.Routes.Menu
            where IsFor(entry.Item.Audience) && turn.CanUse(entry.Route)
            let label = modules.TextOf(entry.Module, "core.home").Get(entry.Item.TextKey)
            orderby entry.Item.Order, label
            select new Button { Label = label, Press = entry.Item.Place });
    }

    /// <summary>Asked once a session: whoever joins or registers another company goes on in it, which forgets the answer.</summary>
    private async Task<bool> HasSeveralAsync(CancellationToken cancellationToken)
    {
        await using var reader = await turn.Database.CreateHostBatch().Add(Several, Sql.Value(turn.User.Id)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && await reader.GetFieldValueAsync<bool>(0, cancellationToken);
    }

    private bool IsFor(MenuAudience audience) => audience switch
    {
        MenuAudience.Guests => turn.Member is null,
        MenuAudience.Members => turn.Member is not null,
        MenuAudience.MembersOfSeveral => turn.Member is not null && turn.Session.Data.HasSeveralCompanies == true,
        _ => true,
    };

    private Markup Greet() => turn.Member is { } member
        ? text.GetMarkup("core.home.member", ("company", member.CompanyName), ("role", text.Get($"core.role.{RoleName(member.Role)}")))
        : text.GetMarkup("core.home.guest", ("name", turn.User.Name));

    private static string RoleName(CompanyRoles role) => role switch
    {
        CompanyRoles.Owner => "owner",
        CompanyRoles.Executive => "executive",
        CompanyRoles.Manager => "manager",
        _ => "employee",
    };
}
