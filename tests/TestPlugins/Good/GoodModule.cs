using DrAivBot.Organisation;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.Good;

public sealed class GoodModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "good", Version = new Version(1, 2, 3) };

    public void Register(IModuleBuilder module)
    {
        var settings = module.GetSettings(GoodJson.Default.GoodSettings);
        module.AddTexts().AddJson(GoodJson.Default);
        module.AddPermission("good.greet", CompanyRoles.Everyone);
        module.AddSessionSlot<Visits>("visits");
        module.AddDialog<Introduction, IntroductionState>("introduction");
        module.Services.AddSingleton(settings).AddScoped<Greeting>();
        module.Routes.Screen<Hello, HelloScreen>().Require("good.greet");
        module.Routes.Action<Greet, GreetAction>().AllowGuests();
        module.Routes.Command("hello", new Hello());
        module.Routes.DeepLink("gd_", payload => new Greet(payload.Length).ToHello());
        module.AddMenuItem(new MenuItem { TextKey = "good.menu.hello", Place = new Hello(), Order = 10 });
    }
}
