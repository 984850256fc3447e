using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>The main menu: what the modules offer to this user.</summary>
internal sealed class HomeScreen(TurnState turn, ModuleCalls modules, IText text)
{
    public Screen Draw() => new Screen { Body = Greet() }.WithColumn(
        from entry in turn.Routes.Menu
        where IsFor(entry.Item.Audience) && turn.CanUse(entry.Route) && (entry.Item.Place is not ModulesPlace || ModulesScreen.HasChoice(turn.Routes.Whole))
        let label = modules.TextOf(entry.Module, "core.home").Get(entry.Item.TextKey)
        orderby entry.Item.Order, label
        select new Button { Label = label, Press = entry.Item.Place });

    private bool IsFor(MenuAudience audience) => audience switch
    {
        MenuAudience.Guests => turn.Member is null,
        MenuAudience.Members => turn.Member is not null,
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
