using DrAivBot.Host.Texts;
using Microsoft.Extensions.Logging;

namespace DrAivBot.Host.Tests.Texts;

public sealed class TextOverridesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("texts-").FullName;
    private readonly List<string> _log = [];

    [Fact]
    public async Task An_operator_can_replace_a_text_in_one_language()
    {
        await WriteAsync("ru.json", """{ "shop.hello": "Салют, {name}!" }""");

        var texts = await ApplyAsync();

        Assert.Equal("Салют, Мир!", texts.In("ru").Get("shop.hello", ("name", "Мир")));
        Assert.Equal("Hello, Мир!", texts.In("en").Get("shop.hello", ("name", "Мир")));
        Assert.Equal("Пока", texts.In("ru").Get("shop.bye"));
    }

    [Theory]
    [InlineData("""{ "shop.hello": "Салют!" """, "no valid JSON")]
    [InlineData("""{ "shop.hello": "Салют!" }""", "lacks {name}")]
    [InlineData("""{ "shop.helo": "Салют, {name}!" }""", "Did you mean \"shop.hello\"?")]
    [InlineData("""{ "shop.hello": "<b>{name}</b>" }""", "has tags")]
    [InlineData("""{ "shop.hello": "{name} & co", "shop.bye": "До встречи" }""", "bare '&'")]
    public async Task A_bad_file_is_reported_and_ignored_as_a_whole(string json, string reason)
    {
        await WriteAsync("ru.json", json);

        var texts = await ApplyAsync();

        Assert.Equal("Привет, Мир!", texts.In("ru").Get("shop.hello", ("name", "Мир")));
        Assert.Equal("Пока", texts.In("ru").Get("shop.bye"));
        Assert.Contains(reason, Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_nothing_is_said()
    {
        await ApplyAsync();

        Assert.Empty(_log);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private async Task<TextCatalogue> ApplyAsync()
    {
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(new LogLines(_log)));
        var overrides = new TextOverrides(_directory, logging.CreateLogger<TextOverrides>());
        var original = TextFiles.Load(
            """{ "shop.hello": "Привет, {name}!", "shop.bye": "Пока" }""",
            """{ "shop.hello": "Hello, {name}!", "shop.bye": "Bye" }""");
        return await overrides.ApplyAsync(original, TestContext.Current.CancellationToken);
    }

    private async Task WriteAsync(string name, string json)
    {
        var owner = Directory.CreateDirectory(Path.Combine(_directory, "texts", "shop"));
        await File.WriteAllTextAsync(Path.Combine(owner.FullName, name), json, TestContext.Current.CancellationToken);
    }

    private sealed class LogLines(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
