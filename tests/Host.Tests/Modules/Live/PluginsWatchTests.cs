using DrAivBot.Host.Modules;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Modules.Live;

/// <summary>plugins.json as people and tools change it.</summary>
public sealed class PluginsWatchTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_seen_however_it_is_made()
    {
        await using var stage = await LiveStage.StartAsync(postgres);

        await File.WriteAllTextAsync(stage.File, LiveStage.Text(LiveStage.Next), Cancel);
        await stage.UntilVersionAsync(2);

        await stage.SaveAsync(LiveStage.First);
        await stage.UntilVersionAsync(1);

        File.Delete(stage.File);
        await Task.Delay(300, Cancel);
        await File.WriteAllTextAsync(stage.File, LiveStage.Text(LiveStage.Next), Cancel);
        await stage.UntilVersionAsync(2);

        await WriteSlowlyAsync(stage.File, LiveStage.Text(LiveStage.First));
        await stage.UntilVersionAsync(1);
        Assert.DoesNotContain("cannot be used", await stage.Host.ReadLogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_turned_to_another_folder_is_seen()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var (one, two) = (Directory.CreateDirectory(stage.Host.DataDirectory + "/..one").FullName, Directory.CreateDirectory(stage.Host.DataDirectory + "/..two").FullName);
        await File.WriteAllTextAsync(one + "/plugins.json", LiveStage.Text(LiveStage.First), Cancel);
        await File.WriteAllTextAsync(two + "/plugins.json", LiveStage.Text(LiveStage.Next), Cancel);
        var data = stage.Host.DataDirectory + "/..data";
        Directory.CreateSymbolicLink(data, one);
        File.Delete(stage.File);
        File.CreateSymbolicLink(stage.File, data + "/plugins.json");

        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, two);

        await stage.UntilVersionAsync(2);
    }

    [Fact]
    public async Task A_broken_file_changes_nothing_and_is_named_with_its_line_until_it_is_mended()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var anna = await stage.NewMemberAsync("Анна");

        await stage.SaveAsync("{\n  \"modules\": [\n    oops\n  ]\n}");
        await stage.UntilAsync(_ => stage.Desk.Problem is not null);

        Assert.Contains("plugins.json, line 3, column 5: this is not JSON", stage.Desk.Problem, StringComparison.Ordinal);
        Assert.Contains("The modules run on as they were, because the list of them cannot be used", await stage.Host.ReadLogAsync(), StringComparison.Ordinal);
        await anna.SayAsync("/board");
        Assert.Contains("board 1", anna.Screen.Text, StringComparison.Ordinal);

        await stage.SaveAsync("""{ "modules": [ { "id": "live", "path": "nowhere.dll", "enabled": "yes" } ] }""");
        await stage.UntilAsync(live => live.Reason.Length > 0);
        Assert.Null(stage.Desk.Problem);
        Assert.Equal(ModuleState.Active, stage.Live.State);
        Assert.Contains("$.modules[0].enabled: must be true or false, but is the text \"yes\"", stage.Live.Reason, StringComparison.Ordinal);

        await stage.SaveAsync(LiveStage.Next);
        await stage.UntilVersionAsync(2);
        Assert.Equal("", stage.Live.Reason);
    }

    private static async Task WriteSlowlyAsync(string path, string text)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        await using var writer = new StreamWriter(file);
        foreach (var part in text.Chunk((text.Length / 4) + 1))
        {
            await writer.WriteAsync(part, Cancel);
            await writer.FlushAsync(Cancel);
            await Task.Delay(400, Cancel);
        }
    }
}
