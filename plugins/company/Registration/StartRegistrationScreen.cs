using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Registration;

/// <summary>Begins the registration at once for a guest; asks a member first, because they rarely mean a second company.</summary>
internal sealed class StartRegistrationScreen : IScreen<StartRegistrationPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, StartRegistrationPlace place, CancellationToken cancellationToken) =>
        Task.FromResult(turn.Member is { } member && !place.Sure
            ? Reply.Show(AskAgain(turn, member.CompanyName))
            : Reply.Begin<RegistrationDialog, RegistrationState>(new() { Key = Guid.CreateVersion7(turn.StartedAt) }));

    private static Screen AskAgain(ITurn turn, string company)
    {
        var screen = new Screen { Body = turn.Text.GetMarkup("company.another.body", ("company", company)) };
        return screen.WithRow(Button.To(turn.Text.Get("company.another.yes"), new StartRegistrationPlace(Sure: true)));
    }
}

/// <summary>Where a registration begins.</summary>
/// <param name="Sure">Whether a person who has a company already said that they want another.</param>
[Callback("new")]
internal readonly record struct StartRegistrationPlace(bool Sure);
