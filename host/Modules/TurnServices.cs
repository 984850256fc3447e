using DrAivBot.Assistant;
using DrAivBot.Delivery;
using DrAivBot.Events;
using DrAivBot.Files;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Routing;
using DrAivBot.Work;

namespace DrAivBot.Host.Modules;

/// <summary>The host's objects of one piece of work that modules may have injected, by contracts interface.</summary>
/// <param name="create">Makes a service when it is first asked for; null when this work has none of the type.</param>
internal sealed class TurnServices(Func<Type, object?>? create = null)
{
    private readonly Dictionary<Type, object> services = [];

    /// <summary>Every interface a module may have injected while it works.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(ITurn), typeof(IWork), typeof(IOrganisation), typeof(IJobs), typeof(IEvents), typeof(INotifications), typeof(IRecipients), typeof(ITaskProgress),
        typeof(IPosts), typeof(IPostImport), typeof(IPeople), typeof(IAbsences), typeof(ICompanySettings), typeof(IOwnership), typeof(ITraining),
        typeof(IInvitations), typeof(ICompanies), typeof(IOwnProfile), typeof(IPersonalData), typeof(IAudit), typeof(IAssistantTerms), typeof(IKeptFiles),
    ];

    public TurnServices Add<TService>(TService service)
        where TService : class
    {
        if (!Types.Contains(typeof(TService)))
        {
            throw new ArgumentException(
                $"Modules do not know {typeof(TService)} as a core service. Add it to {nameof(TurnServices)}.{nameof(Types)}.",
                nameof(service));
        }

        Keep(typeof(TService), service);
        return this;
    }

    public object Get(Type service)
    {
        if (services.TryGetValue(service, out var found))
        {
            return found;
        }

        var made = create?.Invoke(service) ?? throw new InvalidOperationException(service == typeof(ITurn)
            ? "ITurn was asked for where no user acts, in a job or an event handler. Ask for IWork instead, which turns, jobs and event handlers have."
            : $"This work provides no {service}. The host must add it to {nameof(TurnServices)}.");
        Keep(service, made);
        return made;
    }

    private void Keep(Type type, object service) => services[type] = service is not (IDisposable or IAsyncDisposable)
        ? service
        : throw new ArgumentException(
            $"{service.GetType()} is disposable: the module's scope would dispose it, and the host still needs it. "
            + "Pass an object that is not disposable.", nameof(service));
}
