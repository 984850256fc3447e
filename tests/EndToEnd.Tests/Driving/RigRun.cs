using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>The rig of the benchmarks with the host and the bench module, small.</summary>
internal static class RigRun
{
    private const int Users = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes the schema by a first start of the host, and fills it.</summary>
    public static async Task PrepareAsync(HostDirectory directory, TestDatabase database)
    {
        var settings = Settings.Polling(new Uri($"http://127.0.0.1:{FreePort.Find()}"), database, FreePort.Find());
        await using (var host = HostProcess.Launch(directory, settings))
        {
            await host.WaitForWordsAsync("cannot be reached", TimeSpan.FromSeconds(45));
        }

        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        var lines = await File.ReadAllLinesAsync(Repository.RigSeed, Cancel);
        var seed = string.Join('\n', lines.Where(line => line is not (['\\', ..] or ['c', 'h', 'e', 'c', 'k', ..] or ['v', 'a', 'c', 'u', ..])))
            .Replace(":users", $"{Users}", StringComparison.Ordinal).Replace(":companies", "2", StringComparison.Ordinal);
#pragma warning disable CA2100 // The text is a file of this repository.
        await using var command = source.CreateCommand(seed);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Runs the rig until so many updates are answered.</summary>
    /// <returns>What it reports.</returns>
    public static async Task<JsonElement> RunAsync(HostDirectory directory, TestDatabase database, string mode, int updates)
    {
        var (api, hook) = (FreePort.Find(), FreePort.Find());
        var report = Path.Combine(directory.Path, "rig.json");
        string[] arguments =
        [
            Repository.Rig, "--mode", mode, "--users", $"{Users}", "--stride", "1", "--in-flight", "8", "--backlog", "100",
            "--warmup", "0", "--seconds", "30", "--updates", updates.ToString(CultureInfo.InvariantCulture), "--start-text", @"/start\u0020bench",
            "--api-port", $"{api}", "--hook-port", $"{hook}", "--out", report, "--bot-log", Path.Combine(directory.Path, "host.log"),
            "--", "dotnet", Repository.Host,
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var settings = mode == "polling"
            ? Settings.Polling(new Uri($"http://127.0.0.1:{api}"), database, hook)
            : Settings.Webhook(new Uri($"http://127.0.0.1:{api}"), database.ConnectionString, hook);
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var rig = Process.Start(start)!;
        var said = await Task.WhenAll(rig.StandardOutput.ReadToEndAsync(Cancel), rig.StandardError.ReadToEndAsync(Cancel));
        await rig.WaitForExitAsync(Cancel);
        Assert.True(rig.ExitCode == 0, string.Concat(said));
        return JsonElement.Parse(await File.ReadAllTextAsync(report, Cancel));
    }
}
