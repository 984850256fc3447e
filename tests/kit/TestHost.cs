using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DrAivBot.Host;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DrAivBot.Testing;

/// <summary>
/// The real host inside the test process, on a database and a data directory of its own, with the stand-in for Telegram
/// on a free port. Talk to it through <see cref="Chat"/>; look behind it with <see cref="QueryAsync{T}"/>.
/// <code>
/// await using var host = await TestHost.StartAsync(postgres, cancellationToken);
/// var anna = await host.Chat.NewUserAsync("Анна", "ru");
/// await anna.StartAsync();
/// await anna.PressAsync("Создать компанию");
/// </code>
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestDirectory _directory = new();
    private readonly TestHostOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly SuperuserDatabase _superuser;
    private int _port;
    private RunningHost? _host;

    private TestHost(TestDatabase database, TestHostOptions options, CancellationToken cancellationToken)
    {
        (_database, _options, _cancellationToken) = (database, options, cancellationToken);
        _superuser = new(database.ConnectionString, cancellationToken);
        _port = options.WebhookSecret is null ? 0 : FreePort();
        Modules = options.Modules;
        Chat = new(this, options.Deadline, cancellationToken);
    }

    /// <summary>The chat with the bot, as Telegram's users see it.</summary>
    public ChatDriver Chat { get; }

    /// <summary>Where the host listens; another after each <see cref="RestartAsync()"/> unless <see cref="TestHostOptions.KeepsAddress"/>.</summary>
    public Uri Address => Running.Address;

    /// <summary>Where the host serves <c>/metrics</c>, <c>/healthz</c> and <c>/readyz</c>.</summary>
    public Uri OperatorAddress => Running.OperatorAddress!;

    /// <summary>Npgsql connection string of a superuser, whom row level security does not bind: for assertions.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>The host's data directory; <c>logs/host.log</c> lies in it.</summary>
    public string DataDirectory => _directory.Path;

    /// <summary>The modules the host was last started with.</summary>
    public IReadOnlyList<TestModule> Modules { get; private set; }

    internal IServiceProvider Services => Running.Services;

    private RunningHost Running => _host ?? throw new InvalidOperationException("The host is stopped. Start it with RestartAsync.");

    /// <summary>Starts a host with the module <c>company</c>.</summary>
    /// <param name="postgres">The cluster of the test run.</param>
    /// <param name="cancellationToken">Ends the start and, later, everything done through <see cref="Chat"/>.</param>
    /// <returns>The host, listening.</returns>
    public static Task<TestHost> StartAsync(PostgresFixture postgres, CancellationToken cancellationToken) =>
        StartAsync(postgres, new TestHostOptions(), cancellationToken);

    /// <summary>Starts a host.</summary>
    /// <param name="postgres">The cluster of the test run.</param>
    /// <param name="options">Its modules, clock and deadline.</param>
    /// <param name="cancellationToken">Ends the start and, later, everything done through <see cref="Chat"/>.</param>
    /// <returns>The host, listening.</returns>
    /// <exception cref="InvalidOperationException">A module was refused; the message says why.</exception>
    public static async Task<TestHost> StartAsync(PostgresFixture postgres, TestHostOptions options, CancellationToken cancellationToken)
    {
        var host = new TestHost(await postgres.CreateDatabaseAsync(cancellationToken), options, cancellationToken);
        try
        {
            await host.RunAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the host as an operator does and starts it again on the same database and data directory.</summary>
    /// <returns>When it listens again.</returns>
    public Task RestartAsync() => RestartAsync(Modules);

    /// <summary>Stops the host and starts it again with other modules.</summary>
    /// <param name="modules">The modules from now on.</param>
    /// <returns>When it listens again.</returns>
    public async Task RestartAsync(IReadOnlyList<TestModule> modules)
    {
        await StopAsync();
        Modules = modules;
        await RunAsync();
    }

    /// <summary>Stops the host; <see cref="RestartAsync()"/> starts it again. Harmless when it is stopped.</summary>
    /// <returns>When it has stopped.</returns>
    public async Task StopAsync()
    {
        if (_host is { } running)
        {
            _host = null;
            await running.DisposeAsync();
        }
    }

    /// <summary>Reads one value as a superuser.</summary>
    /// <typeparam name="T">What the first column of the first row is read as.</typeparam>
    /// <param name="sql">The question, its parameters written as <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="parameters">Their values.</param>
    /// <returns>The value; the default of <typeparamref name="T"/> when there is no row or it is null.</returns>
    public Task<T?> QueryAsync<T>(string sql, params object[] parameters) => _superuser.QueryAsync<T>(sql, parameters);

    /// <summary>Reads the first column of all rows as a superuser.</summary>
    /// <typeparam name="T">What the column is read as.</typeparam>
    /// <param name="sql">The question, its parameters written as <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="parameters">Their values.</param>
    /// <returns>The values in the order of the rows.</returns>
    public Task<IReadOnlyList<T>> ListAsync<T>(string sql, params object[] parameters) => _superuser.ListAsync<T>(sql, parameters);

    /// <summary>Changes the database as a superuser, for example to let a session end.</summary>
    /// <param name="sql">The statement, its parameters written as <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="parameters">Their values.</param>
    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql, params object[] parameters) => _superuser.ExecuteAsync(sql, parameters);

    /// <summary>
    /// Turns the clock that decides what is due, and lets the host do what became due. The clock is the database's
    /// (<c>core.clock()</c>); a <see cref="FakeTimeProvider"/> given as the host's clock goes along.
    /// </summary>
    /// <param name="time">How far; negative goes back, which a fake clock of the host does not follow.</param>
    /// <returns>When nothing is due any more.</returns>
    public async Task AdvanceAsync(TimeSpan time)
    {
        if (_options.Time is FakeTimeProvider fake && time > TimeSpan.Zero)
        {
            fake.Advance(time);
        }

        await _superuser.TurnClockAsync(time);
        await SettleJobsAsync();
    }

    /// <summary>Waits until no job is due or runs, those of modules that are not there left aside, and what they tell people has come.</summary>
    /// <returns>When there is none.</returns>
    /// <exception cref="TimeoutException">It took longer than <see cref="TestHostOptions.Deadline"/>.</exception>
    public async Task SettleJobsAsync()
    {
        var modules = Services.GetRequiredService<ModuleCatalogue>().Routes.Jobs;
        string[] owners = [.. modules.Select(job => job.Module.Manifest.Id)], names = [.. modules.Select(job => job.Id)];
        await UntilAsync(() => IsDueAsync(owners, names), async () => $"Jobs were still due or running: {string.Join(", ", await ListAsync<string>(TurnedClock.DescribeDue))}");
        await UntilAsync(() => QueryAsync<bool>(TurnedClock.IsNoticeDue), () => Task.FromResult("Notifications were still due."));
        await UntilAsync(() => QueryAsync<bool>(TurnedClock.IsMessageOnItsWay, Chat.BotId), () => Task.FromResult("Messages were still on their way."));
    }

    private async Task<bool> IsDueAsync(string[] owners, string[] names)
    {
        var isDue = await QueryAsync<bool>(TurnedClock.IsSomethingDue, owners, names);
        if (isDue)
        {
            Services.GetRequiredService<JobSignal>().Raise();
        }

        return isDue;
    }

    private async Task UntilAsync(Func<Task<bool>> isGoingOn, Func<Task<string>> describe)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await isGoingOn())
        {
            if (TimeProvider.System.GetElapsedTime(began) > _options.Deadline)
            {
                var log = (await ReadLogAsync()).TrimEnd().Split('\n');
                throw new TimeoutException($"After {_options.Deadline.TotalSeconds:0} s: {await describe()}\nThe log ends so:\n{string.Join('\n', log.TakeLast(20))}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, _cancellationToken);
        }
    }

    /// <summary>
    /// Hands the host an update as Telegram repeats it when it missed the answer, with an id of its own or one that was
    /// taken in before; see <see cref="ChatUser.LastUpdate"/>.
    /// </summary>
    /// <param name="update">A Telegram Update with its <c>update_id</c>.</param>
    /// <returns>When it is stored, not yet answered.</returns>
    public Task DeliverAsync(JsonObject update) => DeliverAsync(update.ToJsonString());

    /// <summary>The same for an update whose JSON is not what Telegram writes.</summary>
    /// <param name="update">JSON of an Update with its <c>update_id</c>.</param>
    /// <returns>When it is stored, not yet answered.</returns>
    public Task DeliverAsync(string update) => Services.GetRequiredService<UpdateIntake>().StoreAsync(
        [UpdateReader.ReadEnvelope(update) ?? throw new ArgumentException("The update has no update_id.", nameof(update))],
        _cancellationToken);

    /// <summary>Everything the host has logged so far.</summary>
    /// <returns>The text of <c>logs/host.log</c>.</returns>
    public async Task<string> ReadLogAsync()
    {
        await using var file = new FileStream(
            Path.Combine(DataDirectory, "logs", "host.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(_cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Chat.Dispose();
        await _superuser.DisposeAsync();
        await _database.DisposeAsync();
        ClearDirectory();
    }

    private async Task RunAsync()
    {
        var file = Path.Combine(DataDirectory, "plugins.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["modules"] = new JsonArray([.. Modules.Select(module => module.ToEntry())]) }.ToJsonString(), _cancellationToken);
        _host = await RunningHost.StartAsync(
            Settings(file),
            await PluginsFile.ReadAsync(file, _cancellationToken),
            new() { DefaultUrls = $"http://127.0.0.1:{_port}", Time = _options.Time, LogToConsole = false },
            _cancellationToken);
        var refused = _host.Services.GetRequiredService<ModuleCatalogue>().Statuses
            .Where(status => status.State != ModuleState.Active && Modules.Any(module => module.Id == status.Id && module.Enabled))
            .ToList();
        if (refused.Count > 0)
        {
            throw new InvalidOperationException("The host did not take every module:\n" + StartupReport.Render(refused));
        }

        _port = _options.KeepsAddress ? Address.Port : _port;
        await Chat.ConnectAsync();
    }

    private HostSettings Settings(string pluginsFile) => new()
    {
        Telegram = new()
        {
            Mode = _options.WebhookSecret is null ? UpdateMode.Polling : UpdateMode.Webhook,
            WebhookSecret = _options.WebhookSecret,
            WebhookUrl = _options.WebhookSecret is null ? null : new($"http://127.0.0.1:{_port}"),
            MessagesPerSecondPerChat = _options.MessagesPerSecondPerChat,
            AlertChat = _options.AlertChat,
        },
        Database = new() { ConnectionString = _database.ConnectionString },
        Host = new() { DataDirectory = DataDirectory, PluginsFile = pluginsFile },
        Operator = new() { Urls = ["http://127.0.0.1:0"] },
        Assistant = _options.Assistant?.SettingsFor(_options.AssistantReportsPerMonth) ?? new(),
    };

    /// <summary>The address of a webhook must be known before the host listens.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The module store keeps its files read-only.</summary>
    private void ClearDirectory()
    {
        foreach (var file in Directory.EnumerateFiles(DataDirectory, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        _directory.Dispose();
    }
}
