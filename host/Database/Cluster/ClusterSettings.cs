namespace DrAivBot.Host.Database.Cluster;

/// <summary>
/// The server's settings for a small bot, in <c>draivbot.conf</c> beside <c>postgresql.conf</c>, which includes it.
/// Written anew at every start of the server; what an operator sets with ALTER SYSTEM outranks it.
/// </summary>
internal static class ClusterSettings
{
    private const string FileName = "draivbot.conf";
    private const string Include = $"include '{FileName}'";

    /// <summary>The shell script that writes the settings, run as the server's account: $0 is the cluster, $1 the text.</summary>
    public const string WriteScript =
        $"""
        umask 077 && cd "$0" && printf '%s' "$1" > {FileName}.new && mv {FileName}.new {FileName} &&
        (grep -qxF "{Include}" postgresql.conf || printf '\n%s\n' "{Include}" >> postgresql.conf)
        """;

    // Nothing a user typed may reach the log: the server writes no ERROR lines at all (their text quotes values),
    // no statements and no parameters. The host reports failed statements itself, by code.
    public static string Text(string socketDirectory, bool fsync) =>
        $"""
        # Written by the DrAivBot host at every start. Change settings with ALTER SYSTEM instead.
        listen_addresses = ''
        port = 5432
        unix_socket_directories = {Quoted($"\"{socketDirectory.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")}
        unix_socket_permissions = 0700
        max_connections = 300
        shared_buffers = 128MB
        huge_pages = off
        jit = off
        fsync = {OnOff(fsync)}
        full_page_writes = {OnOff(fsync)}
        synchronous_commit = on
        min_wal_size = 80MB
        max_wal_size = 512MB
        restart_after_crash = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = off
        log_destination = 'stderr'
        log_line_prefix = '%m [%p] '
        log_min_messages = log
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_statement = 'none'
        log_duration = off
        log_min_duration_statement = -1
        log_min_duration_sample = -1
        log_transaction_sample_rate = 0
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_temp_files = -1
        log_lock_waits = off
        log_checkpoints = off
        log_autovacuum_min_duration = -1

        """;

    private static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string OnOff(bool value) => value ? "on" : "off";
}
