using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Host.Modules;

/// <summary>The host's objects of one turn that modules may have injected, by contracts interface.</summary>
internal sealed class TurnServices
{
    private readonly Dictionary<Type, object> services = [];

    /// <summary>Every interface a module may have injected during a turn; a turn provides all of them.</summary>
    public static IReadOnlyList<Type> Types { get; } = [typeof(ITurn), typeof(IOrganisation)];

    public TurnServices Add<TService>(TService service)
        where TService : class
    {
        if (!Types.Contains(typeof(TService)))
        {
            throw new ArgumentException(
                $"Modules do not know {typeof(TService)} as a core service. Add it to {nameof(TurnServices)}.{nameof(Types)}.",
                nameof(service));
        }

        if (service is IDisposable or IAsyncDisposable)
        {
            throw new ArgumentException(
                $"{service.GetType()} is disposable: the module's scope would dispose it, and the host still needs it. "
                + "Pass an object that is not disposable.", nameof(service));
        }

        services[typeof(TService)] = service;
        return this;
    }

    public object Get(Type service) => services.TryGetValue(service, out var found)
        ? found
        : throw new InvalidOperationException($"The turn provides no {service}. The host must add it to {nameof(TurnServices)}.");
}
