using System.Text.RegularExpressions;

namespace DrAivBot.Host.Modules;

/// <summary>
/// A module's own container. It is a child in name only: nothing of the module is ever resolved by the host's provider,
/// which would keep the module's types in memory after unloading.
/// </summary>
internal sealed partial class ModuleContainer(ILoggerFactory loggers, TimeProvider time, SharedServices? shared = null)
{
    /// <exception cref="ModuleRefusedException">A service of the module cannot be created.</exception>
    public ServiceProvider Build(IServiceCollection services, ModuleLife life)
    {
        Type[] core = [typeof(IModuleLife), typeof(TimeProvider), typeof(ILoggerFactory), typeof(ILogger<>), .. SharedServices.Types, .. TurnServices.Types];
        if (services.FirstOrDefault(service => core.Contains(service.ServiceType)) is { } again)
        {
            throw new ModuleRefusedException(
                $"The module registers {again.ServiceType.Name}, a core service of the host. Remove that registration; it is injected without it.");
        }

        services.AddSingleton<IModuleLife>(life).AddSingleton(time).AddSingleton(loggers).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddScoped<ModuleScope>();
        (shared ?? SharedServices.None).AddTo(services);
        foreach (var type in TurnServices.Types)
        {
            services.AddScoped(type, scope => scope.GetRequiredService<ModuleScope>().Get(type));
        }

        try
        {
            return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        }
        catch (AggregateException broken)
        {
            throw new ModuleRefusedException(string.Join('\n', broken.InnerExceptions.Select(Describe)));
        }
    }

    private static string Describe(Exception broken)
    {
        var match = Missing().Match(broken.Message);
        return match.Success
            ? $"{match.Groups["user"].Value} needs {match.Groups["service"].Value}, which nobody registered. Add it to module.Services in "
                + "Register, or ask for a core service (IOrganisation, ITurn, IWork, IJobs, IEvents, TimeProvider, ILogger<T>)."
            : broken.Message;
    }

    [GeneratedRegex("Unable to resolve service for type '(?<service>[^']+)' while attempting to activate '(?<user>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
