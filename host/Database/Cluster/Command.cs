using System.ComponentModel;
using System.Diagnostics;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>What a tool of the operating system or of PostgreSQL answered.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>
    /// Runs a tool to its end in a bare environment: PGDATA, PGOPTIONS and the like of the operator's shell must not
    /// reach the cluster. A tool that does not exist answers 127, as in a shell.
    /// </summary>
    public static async Task<Command> RunAsync(IReadOnlyList<string> commandLine, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(commandLine[0], commandLine.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = (Environment.GetEnvironmentVariable("PATH") ?? "") + ":/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C";

        try
        {
            using var process = Process.Start(start)!;
            await using var abandoned = cancellationToken.Register(process.Kill);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new Command(process.ExitCode, (await output + await errors).Trim());
        }
        catch (Win32Exception missing)
        {
            return new Command(127, missing.Message);
        }
    }
}
