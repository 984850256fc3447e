namespace DrAivBot.Host.Configuration;

/// <summary>One wrong value: where it stands, what it is, what is allowed and how to mend it.</summary>
internal sealed record ConfigurationProblem
{
    /// <summary>The file or environment variable that holds the value.</summary>
    public required string Source { get; init; }

    /// <summary>The key as the documentation names it, for example <c>Database__MaxPoolSize</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The value as given; null when it is missing or secret.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong and what is allowed.</summary>
    public required string Reason { get; init; }

    /// <summary>How to mend it.</summary>
    public required string Cure { get; init; }

    public override string ToString() =>
        $"{Key}{(Value is null ? "" : $" = \"{Value}\"")} ({Source}): {Reason} {Cure}";
}
