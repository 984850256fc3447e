namespace DrAivBot.Host.Configuration;

/// <summary>Section <c>OpenAI</c>: the provider of the language model, OpenAI or a server that speaks like it.</summary>
internal sealed record AssistantSettings
{
    public const string DefaultModel = "gpt-4.1-mini";

    public const string DefaultBaseUrl = "https://api.openai.com/v1";

    /// <summary>Without a path <c>/v1</c> is meant.</summary>
    private const string DefaultPath = "/v1";

    /// <summary>The key; null: there is no assistant. A secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Up to what stands before <c>/chat/completions</c>.</summary>
    public Uri BaseUrl { get; init; } = new(DefaultBaseUrl);

    public string Model { get; init; } = DefaultModel;

    /// <summary>How many charges a company has in a calendar month: 0 to 1,000.</summary>
    public int ReportsPerMonth { get; init; } = 5;

    /// <summary>Before the first repetition of what failed for a moment; each further one takes twice as long. Not for operators: tests have no time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    public bool IsConfigured => ApiKey is not null;

    public Uri ChatAddress => new((BaseUrl.AbsolutePath == "/" ? BaseUrl.GetLeftPart(UriPartial.Authority) + DefaultPath : BaseUrl.AbsoluteUri.TrimEnd('/')) + "/chat/completions");
}
