using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace DrAivBot.Testing.Scale;

/// <summary>
/// Every statement that a database runs, with its plan, from the server's own log. Only on Linux, on a server of this
/// machine that writes its log to a file, with the module auto_explain of PostgreSQL's contrib.
/// </summary>
internal sealed partial class StatementLog(string file)
{
    private long _read;

    /// <summary>Has the statements of all later connections noted; null when the server cannot.</summary>
    public static async Task<StatementLog?> OpenAsync(TestHost host)
    {
        if (await FindAsync(host) is not { } file)
        {
            return null;
        }

        foreach (var setting in (string[])
            [
                "session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0", "auto_explain.log_analyze = on", "auto_explain.log_timing = off",
                "auto_explain.log_format = json", "auto_explain.log_nested_statements = on",
            ])
        {
            await host.ExecuteAsync($"do $$ begin execute format('alter database %I set {setting.Replace("'", "''", StringComparison.Ordinal)}', current_database()); end $$");
        }

        await host.RestartAsync();
        return new(file);
    }

    /// <summary>Forgets what has run so far.</summary>
    public void Skip() => _read = new FileInfo(file).Length;

    /// <summary>What has run on companies since the last look.</summary>
    public async Task<IReadOnlyList<StatementPlan>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        // The host cuts the file when it has grown large.
        log.Position = log.Length < _read ? 0 : _read;
        using var reader = new StreamReader(log);
        var text = await reader.ReadToEndAsync(cancellationToken);
        _read = log.Position;
        return [.. Read(text).Where(statement => Organisation().IsMatch(statement.Sql))];
    }

    /// <summary>The file that the server's processes write to, wherever it is.</summary>
    private static async Task<string?> FindAsync(TestHost host)
    {
        try
        {
            var file = File.ResolveLinkTarget($"/proc/{await host.QueryAsync<int>("select pg_backend_pid()")}/fd/2", returnFinalTarget: true);
            await host.ExecuteAsync("load 'auto_explain'");
            return file is FileInfo { Exists: true, LinkTarget: null } ? file.FullName : null;
        }
        catch (Exception e) when (e is PostgresException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<StatementPlan> Read(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Head().Match(lines[i]) is not { Success: true } head)
            {
                continue;
            }

            var json = new List<string>();
            while (i + 1 < lines.Length && lines[i + 1].StartsWith('\t'))
            {
                json.Add(lines[++i]);
            }

            using var plan = JsonDocument.Parse(string.Join('\n', json));
            yield return new(
                double.Parse(head.Groups["ms"].Value, CultureInfo.InvariantCulture),
                plan.RootElement.GetProperty("Query Text").GetString()!,
                plan.RootElement.GetProperty("Plan").Clone());
        }
    }

    [GeneratedRegex(@"LOG:  duration: (?<ms>[\d.]+) ms  plan:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"core\.(companies|members|divisions|departments|positions|holdings|deputies|absences|invitations|ownership_offers|users|sessions|audit|notifications)|planner\.[a-z]+|as (member|held|company|invitation)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Organisation();
}
