using System.Runtime.CompilerServices;
using DrAivBot.Host.Modules;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Modules.Live;

/// <summary>Real modules that come, go and fail while others run.</summary>
public sealed class LiveChangeTests
{
    private const string First = "Live/DrAivBot.TestPlugins.Live.dll";
    private const string Next = "LiveNext/DrAivBot.TestPlugins.Live.dll";

    [Fact]
    public async Task A_replaced_module_answers_with_its_new_version_and_the_old_one_leaves_memory()
    {
        await using var modules = await Live(new(), First).LoadAsync();
        await UseAsync(modules.Catalogue);

        await Live(modules.Anew(), Next).ApplyAsync();

        Assert.Equal((ModuleState.Active, new Version(2, 0)), (modules["live"].State, modules["live"].Version));
        await modules.Catalogue.SettledAsync();
        var old = Assert.Single(modules["live"].Retired);
        Assert.Equal((ModuleState.Unloaded, new Version(1, 0), ""), (old.State, old.Version, old.Reason));
        Assert.Equal(1, modules.Catalogue.Retirement.Unloads);
    }

    [Theory]
    [InlineData("throw", "InvalidDataException: Told to throw.")]
    [InlineData("hang", "did not finish its constructor, Manifest and Register within 1 seconds")]
    [InlineData("clash", "Command \"/hello\" of module 'live' is already a command of module 'good'")]
    [InlineData("lost", "Command \"/lost\" opens Lost, but no screen draws it")]
    [InlineData("migrate", "Its migrations failed, and nothing of the failed one stays: no")]
    public async Task A_version_that_fails_at_any_stage_leaves_the_one_before_it_running_and_says_why(string stage, string words)
    {
        await using var modules = new TestModules
        {
            Timeout = TimeSpan.FromSeconds(1),
            Migrate = (target, _) => target.Scripts.Any(script => script.File.Contains("mistake", StringComparison.Ordinal))
                ? throw new InvalidOperationException("no") : Task.CompletedTask,
        };
        await Live(modules.With("good", "Good"), First).LoadAsync();
        var before = modules.Catalogue.Routes.Modules.Single(module => module.Manifest.Id == "live");

        await Live(modules.Anew().With("good", "Good"), Next, new { then = stage }).ApplyAsync();

        Assert.Equal((ModuleState.Active, new Version(1, 0)), (modules["live"].State, modules["live"].Version));
        Assert.StartsWith("What plugins.json asks for was not taken, and version 1.0 runs on: ", modules["live"].Reason, StringComparison.Ordinal);
        Assert.Contains(words, modules["live"].Reason, StringComparison.Ordinal);
        Assert.Same(before, modules.Catalogue.Routes.Modules.Single(module => module.Manifest.Id == "live"));
        Assert.Equal(ModuleState.Active, modules["good"].State);

        await Live(modules.Anew().With("good", "Good"), Next).ApplyAsync();
        Assert.Equal((ModuleState.Active, new Version(2, 0), ""), (modules["live"].State, modules["live"].Version, modules["live"].Reason));
    }

    [Fact]
    public async Task A_version_that_failed_is_not_loaded_again_until_something_about_it_changes()
    {
        await using var modules = await Live(new(), First, new { then = "throw" }).LoadAsync();
        var before = Count(modules.Data);

        await modules.ApplyAsync();
        Assert.Equal(before, Count(modules.Data));
        Assert.Contains("Told to throw", modules["live"].Reason, StringComparison.Ordinal);

        await Live(modules.Anew(), First).ApplyAsync();
        Assert.Equal(ModuleState.Active, modules["live"].State);

        static long Count(string data) => Directory.GetLastWriteTimeUtc(Path.Combine(data, "modules", "live")).Ticks;
    }

    [Fact]
    public async Task Work_under_way_keeps_the_old_version_until_it_ends()
    {
        await using var modules = await Live(new(), First).LoadAsync();
        var turn = modules.Catalogue.Lease();
        var (_, job) = modules.Catalogue.LeaseJob("live", "later")!.Value;

        await modules.Anew().ApplyAsync();

        Assert.Equal(ModuleState.Draining, modules["live"].State);
        turn.Dispose();
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(ModuleState.Draining, modules["live"].State);
        Assert.False(job.Module.Stopping.IsCancellationRequested);
        (turn, var stopping) = (default, job.Module.Stopping);
        job.Dispose();
        job = default;
        await modules.Catalogue.SettledAsync();
        Assert.True(stopping.IsCancellationRequested);
        Assert.NotEqual(ModuleState.Draining, modules["live"].State);
    }

    [Fact]
    public async Task Work_that_does_not_end_in_time_is_given_up()
    {
        await using var modules = await Live(new() { DrainTime = TimeSpan.FromMilliseconds(300) }, First).LoadAsync();
        using var turn = modules.Catalogue.Lease();

        await modules.Anew().ApplyAsync();
        await modules.Catalogue.SettledAsync();

        Assert.Equal(ModuleState.Leaked, modules["live"].State);
        Assert.Contains("Calls under way did not end within 0 seconds and were given up", modules["live"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_that_needs_one_that_is_switched_off_goes_with_it_and_comes_back_with_it()
    {
        await using var modules = await new TestModules().With("good", "Good").With("needs_good", "NeedsGood").LoadAsync();
        Assert.Equal(ModuleState.Active, modules["needs_good"].State);

        await modules.Anew().With("good", "Good", enabled: false).With("needs_good", "NeedsGood").ApplyAsync();
        Assert.Equal(ModuleState.Refused, modules["needs_good"].State);
        Assert.Contains("needs module 'good', which is not enabled. Set \"enabled\": true for \"good\"", modules["needs_good"].Reason, StringComparison.Ordinal);
        await modules.Catalogue.SettledAsync();
        Assert.Equal((ModuleState.Unloaded, "Switched off in plugins.json."), (modules["good"].State, modules["good"].Reason));
        Assert.Equal(ModuleState.Unloaded, Assert.Single(modules["needs_good"].Retired).State);

        await modules.Anew().With("good", "Good").With("needs_good", "NeedsGood").ApplyAsync();
        Assert.Equal([ModuleState.Active, ModuleState.Active], modules.Catalogue.Statuses.Select(status => status.State));
    }

    [Fact]
    public async Task Changed_settings_and_a_file_replaced_in_place_are_loaded_and_nothing_else_is()
    {
        await using var modules = new TestModules();
        var folder = Directory.CreateDirectory(Path.Combine(modules.Data, "incoming")).FullName;
        Copy("Live", folder);
        var path = Path.Combine(folder, "DrAivBot.TestPlugins.Live.dll");
        await modules.WithFile("live", path, new { word = "one" }).LoadAsync();
        var loaded = modules["live"].LoadedAt;

        await modules.ApplyAsync();
        Assert.Equal(loaded, modules["live"].LoadedAt);

        await modules.Anew().WithFile("live", path, new { word = "two" }).ApplyAsync();
        Assert.NotEqual(loaded, modules["live"].LoadedAt);

        Copy("LiveNext", folder);
        await modules.ApplyAsync();
        Assert.Equal(new Version(2, 0), modules["live"].Version);
        Assert.Equal(2, modules["live"].Retired.Count);
        await modules.Catalogue.SettledAsync();
        Assert.All(modules["live"].Retired, old => Assert.Equal(ModuleState.Unloaded, old.State));
    }

    [Fact]
    public async Task What_holds_the_code_of_a_module_is_named()
    {
        await using var modules = await Live(new(), First, new { then = "leak" }).LoadAsync();

        await modules.Anew().ApplyAsync();
        await modules.Catalogue.SettledAsync();

        Assert.Equal(ModuleState.Leaked, modules["live"].State);
        Assert.Contains("an event of the process: DrAivBot.TestPlugins.Live.Leaks.OnExit", modules["live"].Reason, StringComparison.Ordinal);
        Assert.Equal((0, 1), (modules.Catalogue.Retirement.Unloads, modules.Catalogue.Retirement.Leaks));
    }

    [Fact]
    public async Task A_module_whose_services_do_not_end_is_named_and_holds_up_nobody()
    {
        await using var modules = await Live(new(), First, new { then = "stuck" }).LoadAsync();
        await UseAsync(modules.Catalogue);

        await Live(modules.Anew(), Next).ApplyAsync();
        Assert.Equal((ModuleState.Active, new Version(2, 0)), (modules["live"].State, modules["live"].Version));
        await modules.Catalogue.SettledAsync();

        var old = Assert.Single(modules["live"].Retired);
        Assert.StartsWith("Its services did not end within 5 seconds: a DisposeAsync of the module waits for something.", old.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_that_only_an_earlier_version_had_are_known_as_dropped()
    {
        await using var modules = await Live(new(), First).LoadAsync();
        var old = modules.Catalogue.Routes.Modules[^1].Actions.Single(action => action.Name == "live.old").Tag;
        Assert.False(modules.Catalogue.Routes.IsDropped(old));

        await Live(modules.Anew(), Next).ApplyAsync();
        Assert.True(modules.Catalogue.Routes.IsDropped(old));

        await modules.Anew().ApplyAsync();
        Assert.False(modules.Catalogue.Routes.IsDropped(old));
    }

    /// <summary>20 changes; as many as DRAIVBOT_SOAK says for the long form.</summary>
    [Fact]
    public async Task Memory_stays_bounded_over_many_changes()
    {
        var cycles = int.TryParse(Environment.GetEnvironmentVariable("DRAIVBOT_SOAK"), out var set) ? set : 20;
        await using var modules = await Live(new(), First).LoadAsync();
        long begun = 0;
        for (var i = 1; i <= cycles; i++)
        {
            await UseAsync(modules.Catalogue);
            await Live(modules.Anew(), i % 2 == 0 ? First : Next, new { word = $"word {i}" }).ApplyAsync();
            await modules.Catalogue.SettledAsync();
            Assert.Equal(ModuleState.Unloaded, modules["live"].Retired[0].State);
            if (i == 10)
            {
                begun = Environment.WorkingSet;
            }
        }

        var grown = (Environment.WorkingSet - begun) / 1024.0 / 1024.0;
        TestContext.Current.TestOutputHelper?.WriteLine($"{cycles} changes: {grown:0.0} MiB more after the tenth");
        Assert.Equal((cycles, 0), (modules.Catalogue.Retirement.Unloads, modules.Catalogue.Retirement.Leaks));
        Assert.InRange(grown, double.MinValue, 60);
    }

    private static TestModules Live(TestModules modules, string file, object? settings = null) =>
        modules.WithFile("live", Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(TestModules.FileOf("Good")))!, file), settings);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetDirectoryName(TestModules.FileOf("Good")))! + "/" + from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>Starts its timer and serializes what it stores, as a module at work has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task UseAsync(ModuleCatalogue catalogue)
    {
        using var lease = catalogue.Lease();
        var module = lease.Routes.Modules.Single(loaded => loaded.Manifest.Id == "live");
        foreach (var slot in module.Slots)
        {
            var json = System.Text.Json.JsonSerializer.Serialize(Activator.CreateInstance(slot.Type), slot.Json);
            Assert.NotNull(System.Text.Json.JsonSerializer.Deserialize(json, slot.Json));
        }

        await using var scope = module.CreateScope(new TurnServices().Add<ITurn>(new FakeTurn()).Add<IOrganisation>(new FakeOrganisation()));
        Assert.NotNull(scope.ServiceProvider.GetRequiredService(module.Routes[0].DataType.Assembly.GetType("DrAivBot.TestPlugins.Live.Ticker")!));
    }
}
