using Microsoft.CodeAnalysis;

namespace DrAivBot.Analyzers;

/// <summary>What keeps an unloaded module in memory, each with what to write instead.</summary>
internal static class Rules
{
    private const string Unloading = "Unloading";

    public static readonly DiagnosticDescriptor ReflectionJson = Rule(
        "DRAIV001", "JSON by reflection keeps the module in memory", Unloading,
        "{0} uses reflection, whose caches keep an unloaded module in memory. Pass the type's metadata: {1}.",
        "The serializer caches what it finds out about a type for as long as the process lives. Source generation puts it into the module: "
        + "declare a JsonSerializerContext with [JsonSerializable(typeof(T))] and pass Context.Default.T.");

    public static readonly DiagnosticDescriptor Dynamic = Rule(
        "DRAIV002", "dynamic keeps the module in memory", Unloading,
        "\"{0}\" is bound at run time, and the binder's caches keep an unloaded module in memory. Give the value a type: a record, or a generic overload such as QueryAsync<Row>.",
        "The runtime binder caches call sites with the module's types for as long as the process lives.");

    public static readonly DiagnosticDescriptor TypeDescriptor = Rule(
        "DRAIV003", "TypeDescriptor keeps the module in memory", Unloading,
        "TypeDescriptor.{0} puts the module's types into a cache of the process, which keeps an unloaded module in memory. Parse with int.TryParse, Enum.TryParse and the like.",
        "TypeDescriptor caches providers and converters by type for as long as the process lives.");

    public static readonly DiagnosticDescriptor UnownedTimer = Rule(
        "DRAIV004", "A timer that nobody disposes keeps the module in memory", Unloading,
        "This {0} runs on after the module is unloaded and keeps it in memory. {1}.",
        "A running timer is held by the process. What is due later is a job (IJobs), which survives restarts too; a timer belongs to a singleton "
        + "service that disposes it, or into a using declaration.");

    public static readonly DiagnosticDescriptor Thread = Rule(
        "DRAIV005", "A thread of its own keeps the module in memory", Unloading,
        "{0} starts a thread that the host cannot stop, and which keeps an unloaded module in memory. Make it a long job: module.AddLongJob<TJob, TPayload>(\"id\").",
        "Threads of modules outlive draining and unloading. ILongJob has a lease, a deadline and a token, and goes on after a restart.");

    public static readonly DiagnosticDescriptor StaticEvent = Rule(
        "DRAIV006", "A handler on an event of the process keeps the module in memory", Unloading,
        "{0} outlives the module, and its list of handlers keeps an unloaded module in memory. Take the handler off with -= in Dispose of the same service, or do the work in Dispose itself.",
        "Static events and those of AppDomain and AssemblyLoadContext live as long as the process.");

    public static readonly DiagnosticDescriptor SystemClock = Rule(
        "DRAIV007", "The system's clock cannot be turned by tests", "Time",
        "{0} reads the system's clock, which tests cannot turn. Use turn.StartedAt, or inject TimeProvider and call GetUtcNow().",
        "Handlers, jobs and services get a TimeProvider injected; the test kit turns it.");

    private static DiagnosticDescriptor Rule(string id, string title, string category, string message, string description) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true, description: description);
}
