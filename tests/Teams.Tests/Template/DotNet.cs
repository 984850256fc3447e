using System.Diagnostics;
using System.Text;

namespace DrAivBot.Teams.Tests.Template;

/// <summary>Commands as a module team types them, in a folder of their own.</summary>
/// <param name="home">Where the command line remembers which tools it restored; null for the account's own place, which holds its package sources too.</param>
internal sealed class DotNet(string? home = null)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    /// <summary>Runs a command to its end.</summary>
    /// <returns>Its exit code and everything it said.</returns>
    public async Task<(int ExitCode, string Said)> RunAsync(string folder, string command, params string[] arguments)
    {
        using var process = Start(folder, command, arguments);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Starts a command, reads until it says something, and stops it as Ctrl-C does.</summary>
    /// <returns>What it said until then.</returns>
    public async Task<string> RunUntilAsync(string folder, string words, string command, params string[] arguments)
    {
        // A group of its own: the tool is a child of the command, and Ctrl-C goes to both.
        using var process = Start(folder, "setsid", [command, .. arguments]);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        var said = new StringBuilder();
        try
        {
            while (!said.ToString().Contains(words, StringComparison.Ordinal) && await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                said.AppendLine(line);
            }

            using var interrupt = Process.Start("sh", ["-c", $"kill -INT -{process.Id}"]);
            await interrupt.WaitForExitAsync(deadline.Token);
            await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return said.ToString();
    }

    private Process Start(string folder, string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // Nothing may stay behind when the test ends.
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
                ["UseSharedCompilation"] = "false",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_NOLOGO"] = "1",
                ["NuGetAudit"] = "false",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Operator__Urls"] = "http://127.0.0.1:0",
            },
        };
        if (home is not null)
        {
            start.Environment["DOTNET_CLI_HOME"] = home;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
    }
}
