using DrAivBot.Company;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DrAivBot.Micro;

/// <summary>The host's own module and the company module, registered as the host registers them.</summary>
internal static class RealModules
{
    public static TextCatalogue CoreTexts { get; } = TextCatalogue.LoadCore();

    public static LoadedModule Company { get; } = Register(new CompanyModule(), "company");

    public static RouteTable Routes { get; } = new([Register(new CoreModule(CoreTexts, new ServiceCollection().BuildServiceProvider()), CoreModule.Id), Company]);

    private static LoadedModule Register(IBotModule module, string id) =>
        new ModuleRegistrar(new ModuleContainer(NullLoggerFactory.Instance, TimeProvider.System), CoreTexts)
            .Register(module, id, ModuleSettings.None, id, loader: null);
}
