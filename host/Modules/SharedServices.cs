using DrAivBot.Assistant;
using DrAivBot.Files;
using DrAivBot.Reports;
using DrAivBot.Routing;

namespace DrAivBot.Host.Modules;

/// <summary>
/// The host's services that need no piece of work: modules may have them injected anywhere, long jobs outside their
/// transactions included. One object of each for all modules; no module's container disposes it.
/// </summary>
internal sealed class SharedServices(IReadOnlyDictionary<Type, object> services)
{
    public static IReadOnlyList<Type> Types { get; } = [typeof(IReports), typeof(IQrCodes), typeof(IDeepLinks), typeof(IIncomingFiles), typeof(IAssistant)];

    /// <summary>For registering a module that is not going to run.</summary>
    public static SharedServices None { get; } = new(new Dictionary<Type, object>());

    public void AddTo(IServiceCollection module)
    {
        foreach (var type in Types)
        {
            // Given as an object: what a factory makes would be disposed with the module.
            module.Add(services.TryGetValue(type, out var service)
                ? new ServiceDescriptor(type, service)
                : new ServiceDescriptor(type, _ => throw new InvalidOperationException($"This host provides no {type.Name}."), ServiceLifetime.Singleton));
        }
    }
}
