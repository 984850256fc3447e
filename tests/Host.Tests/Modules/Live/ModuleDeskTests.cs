using DrAivBot.Host.Modules;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Modules.Live;

/// <summary>What an operator does about modules.</summary>
public sealed class ModuleDeskTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_switches_a_module_off_and_on_and_the_file_keeps_its_comments()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        await stage.SaveAsync($$"""
            {
              // what runs here
              "modules": [
                { "id": "live", "path": "{{LiveStage.First.Path}}" }, // the board
                { "id": "notes", "path": "{{TestModule.Plugin("Notes", "notes").Path}}", "enabled": true },
              ],
            }
            """);

        var off = await stage.Desk.DisableAsync("live", Cancel);
        Assert.True(off.IsDone, off.Message);
        var text = await File.ReadAllTextAsync(stage.File, Cancel);
        Assert.Contains("{ \"id\": \"live\", \"enabled\": false, \"path\"", text, StringComparison.Ordinal);
        Assert.Contains("// what runs here", text, StringComparison.Ordinal);
        Assert.Contains("// the board", text, StringComparison.Ordinal);

        var on = await stage.Desk.EnableAsync("live", Cancel);
        Assert.True(on.IsDone, on.Message);
        Assert.Equal("Module 'live' 1.0 is Active.", on.Message);

        var unknown = await stage.Desk.EnableAsync("lvie", Cancel);
        Assert.False(unknown.IsDone);
        Assert.Equal("plugins.json lists no module 'lvie'. Did you mean \"live\"?", unknown.Message);
    }

    [Fact]
    public async Task An_operator_goes_back_to_the_version_before_and_forward_again()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var first = stage.Live.StoredAs;
        var none = await stage.Desk.RollbackAsync("live", null, Cancel);
        Assert.Equal("Module 'live' has no earlier version that ran here. Put the old build at its path instead.", none.Message);
        await stage.SaveAsync(LiveStage.Next);
        await stage.UntilVersionAsync(2);

        var back = await stage.Desk.RollbackAsync("live", null, Cancel);

        Assert.True(back.IsDone, back.Message);
        Assert.Equal((new Version(1, 0), first), (stage.Live.Version, stage.Live.StoredAs));
        Assert.Contains($"\"version\": \"{first}\"", await File.ReadAllTextAsync(stage.File, Cancel), StringComparison.Ordinal);

        var forward = await stage.Desk.ReloadAsync("live", Cancel);
        Assert.True(forward.IsDone, forward.Message);
        Assert.Equal(new Version(2, 0), stage.Live.Version);
        Assert.DoesNotContain("version", await File.ReadAllTextAsync(stage.File, Cancel), StringComparison.Ordinal);

        var missing = await stage.Desk.RollbackAsync("live", "9.9", Cancel);
        Assert.False(missing.IsDone);
        Assert.StartsWith("Module 'live' has no stored version \"9.9\".", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_of_a_module_says_what_it_did_in_the_last_hour()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var anna = await stage.NewMemberAsync("Анна");
        await anna.PressAsync("Ещё раз");

        var status = stage.Desk.Why("live")!;

        Assert.Equal(ModuleState.Active, status.State);
        Assert.Contains("live.board", status.Routes);
        Assert.Equal(["0001_ticks.sql"], status.MigrationsApplied);
        Assert.Matches(@"^\d+\.\d+\.\d+-[0-9a-f]{12}$", status.StoredAs);
        var hour = status.LastHour!;
        Assert.True(hour.Turns >= 2);
        Assert.Equal(0, hour.Errors);
        Assert.InRange(hour.Median!.Value, TimeSpan.FromMilliseconds(0.1), hour.Slow!.Value);
    }
}
