using DrAivBot.Host.Notifications;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Work;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Updates;

/// <summary>The host's own screens and jobs, registered like those of any module.</summary>
internal sealed class CoreModule(TextCatalogue texts, IServiceProvider host) : IBotModule
{
    public const string Id = "core";

    public ModuleManifest Manifest { get; } = new() { Id = Id, Version = typeof(CoreModule).Assembly.GetName().Version! };

    public void Register(IModuleBuilder module)
    {
        module.Services.AddSingleton(texts);
        CoreJobs.Register(module, host);
        module.Routes.Action<BackPress, GoBack>().AllowGuests();
        module.Routes.Action<HomePress, GoHome>().AllowGuests();
        module.Routes.Screen<LanguagePlace, LanguageScreen>().AllowGuests();
        module.Routes.Action<ChooseLanguage, LanguageScreen>().AllowGuests();
        module.Routes.Screen<HelpPlace, HelpScreen>().AllowGuests();
        module.Routes.Screen<DigestPlace, DigestScreen>();
        module.AddPermission(ModulesPlace.Permission, CompanyRoles.Owner);
        module.Routes.Screen<ModulesPlace, ModulesScreen>().Require(ModulesPlace.Permission);
        module.Routes.Action<SwitchModule, ModulesScreen>().Require(ModulesPlace.Permission);
        module.AddMenuItem(new() { TextKey = "core.modules.menu", Place = new ModulesPlace(), Order = 890 });
        module.AddMenuItem(new() { TextKey = "core.language.menu", Place = new LanguagePlace(), Order = 900, Audience = MenuAudience.Everyone });
        module.AddMenuItem(new() { TextKey = "core.help.menu", Place = new HelpPlace(), Order = 910, Audience = MenuAudience.Everyone });
    }
}

/// <summary>«◀️ Back».</summary>
[Callback("back")]
internal readonly record struct BackPress;

/// <summary>«🏠 Menu».</summary>
[Callback("home")]
internal readonly record struct HomePress;

internal sealed class GoBack : IAction<BackPress>
{
    public Task<Reply> ActAsync(ITurn turn, BackPress press, CancellationToken cancellationToken) => Task.FromResult(Reply.Back);
}

internal sealed class GoHome : IAction<HomePress>
{
    public Task<Reply> ActAsync(ITurn turn, HomePress press, CancellationToken cancellationToken) => Task.FromResult(Reply.Home);
}
