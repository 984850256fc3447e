using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Settings;

/// <summary>Asks before somebody leaves the company, and lets them go. The owner hands the company over first.</summary>
internal sealed class LeaveScreen(IPeople people) : IScreen<LeavePlace>, IAction<LeavePress>
{
    public Task<Reply> ShowAsync(ITurn turn, LeavePlace place, CancellationToken cancellationToken)
    {
        var company = ("company", (object?)turn.Member?.CompanyName);
        if (turn.Member?.Role == CompanyRoles.Owner)
        {
            var owner = new Screen { Body = turn.Text.GetMarkup("company.leave.owner", company) };
            return Task.FromResult(Reply.Show(owner.WithRow(Button.To(turn.Text.Get("company.settings.ownership"), new OwnershipPlace()))));
        }

        var screen = new Screen { Body = turn.Text.GetMarkup("company.leave.ask", company) };
        return Task.FromResult(Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.leave.yes"), new LeavePress()))));
    }

    public async Task<Reply> ActAsync(ITurn turn, LeavePress press, CancellationToken cancellationToken)
    {
        var company = turn.Member?.CompanyName;
        var departure = await people.LeaveAsync(cancellationToken);
        return departure.Outcome switch
        {
            DepartureOutcome.Done => Reply.Home.WithToast(turn.Text.Get("company.leave.done", ("company", company))),
            DepartureOutcome.LastOwner => Reply.Stay.WithToast(turn.Text.Get("company.leave.last")),
            _ => Reply.NotFound,
        };
    }
}

/// <summary>The question whether somebody leaves.</summary>
[Callback("leave")]
internal readonly record struct LeavePlace;

/// <summary>Yes, they do.</summary>
[Callback("leaveyes")]
internal readonly record struct LeavePress;
