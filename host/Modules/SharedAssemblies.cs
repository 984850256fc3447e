using Npgsql;

namespace DrAivBot.Host.Modules;

/// <summary>
/// What modules use from the host instead of a copy of their own: types that cross the border, and libraries that keep
/// a private copy in memory after unloading (timers, pools, process-wide handlers).
/// </summary>
internal static class SharedAssemblies
{
    /// <summary>One type of each shared assembly.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [typeof(IBotModule), typeof(IServiceCollection), typeof(ILogger), typeof(NpgsqlConnection), typeof(NLog.Logger)];

    /// <summary>The host's version of each.</summary>
    public static IReadOnlyDictionary<string, Version> Versions { get; } = Types.Select(type => type.Assembly.GetName())
        .ToDictionary(name => name.Name!, name => name.Version!, StringComparer.OrdinalIgnoreCase);
}
