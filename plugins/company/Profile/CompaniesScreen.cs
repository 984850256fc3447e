using DrAivBot.Company.Registration;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Profile;

/// <summary>The person's companies, one of which is active.</summary>
internal sealed class CompaniesScreen(ICompanies companies) : IScreen<CompaniesPlace>, IAction<EnterCompany>
{
    public async Task<Reply> ShowAsync(ITurn turn, CompaniesPlace place, CancellationToken cancellationToken)
    {
        var all = await companies.ListAsync(cancellationToken);
        var screen = new Screen { Body = turn.Text.GetMarkup(all.Count > 1 ? "company.companies.title" : "company.companies.one") }
            .WithPage(Page.Of(all, place.Page), company => Row(turn, company), number => new CompaniesPlace(number));
        return Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.menu.create"), new StartRegistrationPlace(Sure: false))));
    }

    public async Task<Reply> ActAsync(ITurn turn, EnterCompany press, CancellationToken cancellationToken)
    {
        if (press.Company == turn.Member?.CompanyId)
        {
            return Reply.Home.WithToast(turn.Text.Get("company.companies.here"));
        }

        return await companies.EnterAsync(press.Company, cancellationToken) && turn.Member is { } member
            ? Reply.Home.WithToast(turn.Text.Get("company.companies.entered", ("company", member.CompanyName)))
            : Reply.NotFound;
    }

    private static Button Row(ITurn turn, Membership company) => Button.To(
        turn.Text.Get(company.IsActive ? "company.companies.active" : "company.companies.row", ("company", company.CompanyName), ("role", RoleText.Of(turn.Text, company.Role))),
        new EnterCompany(company.CompanyId));
}

/// <summary>The person's companies.</summary>
/// <param name="Page">Counted from 0.</param>
[Callback("firms")]
internal readonly record struct CompaniesPlace(int Page);

/// <summary>Makes a company the active one.</summary>
/// <param name="Company">One of the person's own; any other is not found.</param>
[Callback("enter")]
internal readonly record struct EnterCompany(CompanyId Company);
