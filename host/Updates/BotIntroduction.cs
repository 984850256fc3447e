using DrAivBot.Host.Configuration;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>Tells Telegram who answers here: the bot itself, its commands in each language, and where updates go.</summary>
internal sealed class BotIntroduction(BotSetup setup, TelegramSettings settings, ModuleCatalogue catalogue, TextCatalogue coreTexts)
{
    private static readonly string[] OwnCommands = ["start", "menu", "language", "help", "cancel"];

    private string? shown;

    /// <summary>Waits for Telegram if it must.</summary>
    public async Task IntroduceAsync(CancellationToken cancellationToken)
    {
        await setup.IntroduceAsync(cancellationToken);
        shown = ListCommands();
        await ShowCommandsAsync(cancellationToken);
    }

    /// <summary>Tells Telegram the commands again if they are not what it was told. Before the introduction it does nothing.</summary>
    public async Task RenewCommandsAsync(CancellationToken cancellationToken)
    {
        if (shown is not null && shown != ListCommands())
        {
            shown = ListCommands();
            await ShowCommandsAsync(cancellationToken);
        }
    }

    private string ListCommands() => string.Join(' ', catalogue.Routes.Commands.Select(command => $"{command.Route.Name}/{command.Name}").Order());

    /// <summary>Asks Telegram to post updates to a path of this host.</summary>
    public Task UseWebhookAsync(string path, CancellationToken cancellationToken) => setup.UseWebhookAsync(settings, path, cancellationToken);

    private async Task ShowCommandsAsync(CancellationToken cancellationToken)
    {
        foreach (var language in Language.All)
        {
            var core = new ModuleText(coreTexts, coreTexts, language);
            var commands = OwnCommands.Select(name => (name, core.Get($"core.command.{name}")))
                .Concat(catalogue.Routes.Commands.Select(command =>
                    (command.Name, new ModuleText(command.Route.Module.Texts, coreTexts, language).Get(command.DescriptionKey))))
                .ToList();
            await setup.ShowCommandsAsync(language == Language.English ? null : language.Code, commands, cancellationToken);
        }
    }
}
