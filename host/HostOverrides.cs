namespace DrAivBot.Host;

/// <summary>What a start may be given beside its settings; tests give a clock and an address.</summary>
internal sealed record HostOverrides
{
    /// <summary>The configuration the web server reads its addresses from; empty by default. It also writes there, so one source must take values.</summary>
    public IConfiguration Configuration { get; init; } = new ConfigurationBuilder().AddInMemoryCollection().Build();

    /// <summary>Addresses to listen on when the configuration names none.</summary>
    public string DefaultUrls { get; init; } = "http://127.0.0.1:5080";

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether the embedded database waits for the disk; false for tests only.</summary>
    public bool DurableDatabase { get; init; } = true;

    /// <summary>Whether to log to the console. True by default.</summary>
    public bool LogToConsole { get; init; } = true;
}
