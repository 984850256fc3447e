using System.Diagnostics;

namespace DrAivBot.Planner.Tests;

/// <summary>Runs a script beside the tests with the system's Python, which has the packages that ./test.sh installs.</summary>
internal static class Python
{
    public static async Task<string> RunAsync(string script, IReadOnlyList<string> arguments, string input)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PYTHON3") ?? "/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{script} broke off (./test.sh installs what it needs):\n{await errors}");
        return await output;
    }
}
