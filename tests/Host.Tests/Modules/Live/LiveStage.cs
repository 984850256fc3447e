using System.Globalization;
using System.Text.Json.Nodes;
using DrAivBot.Host.Live;
using DrAivBot.Host.Modules;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Modules.Live;

/// <summary>A running host with the module <c>live</c> and the notes, whose plugins.json a test changes.</summary>
internal sealed class LiveStage : IAsyncDisposable
{
    public static readonly TestModule First = TestModule.Plugin("Live", "live");
    public static readonly TestModule Next = First with { Path = First.Path.Replace("/Live/", "/LiveNext/", StringComparison.Ordinal) };

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private LiveStage(TestHost host) => Host = host;

    public TestHost Host { get; }

    public ModuleCatalogue Catalogue => Host.Services.GetRequiredService<ModuleCatalogue>();

    public ModuleDesk Desk => Host.Services.GetRequiredService<ModuleDesk>();

    public string File => Path.Combine(Host.DataDirectory, "plugins.json");

    public ModuleStatus Live => Catalogue.Statuses.Single(status => status.Id == "live");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<LiveStage> StartAsync(PostgresFixture postgres) =>
        new(await TestHost.StartAsync(postgres, new() { Modules = [First, TestModule.Plugin("Notes", "notes")] }, Cancel));

    /// <summary>The file as a text.</summary>
    public static string Text(TestModule live, string? then = null, bool enabled = true) => new JsonObject
    {
        ["modules"] = new JsonArray(
            new JsonObject { ["id"] = "live", ["path"] = live.Path, ["enabled"] = enabled, ["settings"] = then is null ? [] : new JsonObject { ["then"] = then } },
            new JsonObject { ["id"] = "notes", ["path"] = TestModule.Plugin("Notes", "notes").Path }),
    }.ToJsonString(new() { WriteIndented = true });

    /// <summary>Writes beside and renames over, as most editors do.</summary>
    public async Task SaveAsync(string text)
    {
        var beside = File + ".new";
        await System.IO.File.WriteAllTextAsync(beside, text, Cancel);
        System.IO.File.Move(beside, File, overwrite: true);
    }

    public Task SaveAsync(TestModule live, string? then = null, bool enabled = true) => SaveAsync(Text(live, then, enabled));

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<ModuleStatus, bool> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo(Live))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Deadline, $"It never came to be; live is {Live}, the file {Desk.Problem}");
            await Task.Delay(20, Cancel);
        }
    }

    public Task UntilVersionAsync(int version) => UntilAsync(live => live.State == ModuleState.Active && live.Version!.Major == version);

    /// <summary>A person with a company of their own, in front of the board.</summary>
    public async Task<ChatUser> NewMemberAsync(string name, string language = "ru")
    {
        var user = await Host.Chat.NewUserAsync(name, language);
        await user.StartAsync("live_open");
        return user;
    }

    /// <summary>An update by which the user writes one tick.</summary>
    public static JsonObject TickOf(JsonObject start, long id)
    {
        var update = start.DeepClone().AsObject();
        update["update_id"] = id;
        update["message"]!["message_id"] = id;
        update["message"]!["text"] = $"/start tick_{id.ToString(CultureInfo.InvariantCulture)}";
        return update;
    }

    public Task<IReadOnlyList<string>> TicksAsync() => Host.ListAsync<string>("select text || '@' || version from live.ticks order by company_id, id");

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
