using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Profile;

/// <summary>Chooses the language. Asks for nothing else: names that come in a language are to come in the new one.</summary>
internal sealed class ChooseOwnLanguage(IOwnProfile profile) : IAction<ChooseLanguage>
{
    /// <summary>The redrawn screen answers in the other language; that is answer enough.</summary>
    public async Task<Reply> ActAsync(ITurn turn, ChooseLanguage press, CancellationToken cancellationToken) =>
        await profile.ChooseLanguageAsync(press.Code, cancellationToken) ? Reply.Stay : Reply.NotFound;
}

/// <summary>Chooses the language.</summary>
/// <param name="Code"><c>ru</c> or <c>en</c>; any other is not found.</param>
[Callback("speak")]
internal readonly record struct ChooseLanguage(string Code);
