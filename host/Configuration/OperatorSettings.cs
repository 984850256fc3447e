namespace DrAivBot.Host.Configuration;

/// <summary>Section <c>Operator</c>: the pages for whoever runs the host, on an address of their own.</summary>
internal sealed record OperatorSettings
{
    /// <summary>Where the pages listen when nothing is set: on this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:9464";

    /// <summary>What switches the pages off.</summary>
    public const string Off = "off";

    /// <summary>Where they listen; empty: nowhere.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>Whether nobody chose the address, so that the host does without it when it is taken.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Where traces are sent by OTLP over HTTP; null: nowhere.</summary>
    public Uri? OtlpEndpoint { get; init; }
}
