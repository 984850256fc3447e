// The "what a skilled C# engineer writes by hand" peer: Telegram.Bot + Npgsql, no framework, no plug-ins.
// STORE = memory | tx | batch | outbox | cte | cached | rls | group (Stores.cs); API = telegrambot | raw.
using System.Text.Json;
using System.Threading.Channels;
using CSharpPeer;
using Npgsql;
using Telegram.Bot;
using Telegram.Bot.Types;

string Env(string name, string otherwise = "") => Environment.GetEnvironmentVariable(name) is { Length: > 0 } v ? v : otherwise;

string token = Env("BOT_TOKEN"), api = Env("BOT_API"), secret = Env("WEBHOOK_SECRET");
var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ActivityHeadersPropagator = null });
var bot = new TelegramBotClient(new TelegramBotClientOptions(token, api), http);

NpgsqlDataSource Database()
{
    var builder = new NpgsqlSlimDataSourceBuilder(Env("PG_CONNECTION"));
    builder.EnableArrays();
    builder.EnableJsonTypes();
    return builder.Build();
}

var storeName = Env("STORE", "batch");
ITurnStore store = storeName switch
{
    "memory" => new MemoryStore(),
    "tx" => new TransactionStore(Database()),
    "batch" => new BatchStore(Database(), outbox: false),
    "outbox" => new BatchStore(Database(), outbox: true),
    "cte" => new CteStore(Database()),
    "cached" => new CachedStore(Database()),
    "rls" => new RlsStore(Database()),
    "group" => new GroupStore(Database(), int.Parse(Env("GROUP_LANES", "2"))),
    _ => throw new ArgumentException($"unknown STORE {storeName}"),
};

ISender sender = Env("API", "telegrambot") == "raw" ? new RawSender(http, api, token) : new LibrarySender(bot);

async Task HandleAsync(Incoming update)
{
    if (await store.ApplyAsync(update) is not { } reply) return;
    await sender.SendAsync(update.ChatId, reply);
    store.Sent(update);
}

if (Env("BOT_MODE") == "webhook")
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.UseUrls($"http://127.0.0.1:{Env("WEBHOOK_PORT")}");
    var app = builder.Build();
    app.MapPost("/hook", async (HttpContext ctx) =>
    {
        if (ctx.Request.Headers["X-Telegram-Bot-Api-Secret-Token"] != secret) { ctx.Response.StatusCode = 401; return; }
        if (await sender.ReadAsync(ctx) is { } update) await HandleAsync(update);
    });
    await app.StartAsync();
    await bot.SetWebhook($"http://127.0.0.1:{Env("WEBHOOK_PORT")}/hook", secretToken: secret);
    await app.WaitForShutdownAsync();
    return;
}

// Polling: lanes by user keep each user's updates in order; the offset moves on (and so acknowledges) when a batch is
// handed to the lanes (POLL_ACK=eager, as grammY's runner does) or when all of it is done (POLL_ACK=safe).
bool safe = Env("POLL_ACK", "eager") == "safe";
var lanes = Enumerable.Range(0, 64).Select(_ => Channel.CreateBounded<(Incoming, CountdownEvent?, TaskCompletionSource?)>(16)).ToArray();
foreach (var lane in lanes)
{
    _ = Task.Run(async () =>
    {
        await foreach (var (update, left, done) in lane.Reader.ReadAllAsync())
        {
            try { await HandleAsync(update); } catch (Exception e) { Console.Error.WriteLine(e); }
            if (left is not null && left.Signal()) done!.SetResult();
        }
    });
}

using var stop = new CancellationTokenSource();
using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, c => { c.Cancel = true; stop.Cancel(); });
int offset = 0;
try
{
    while (!stop.IsCancellationRequested)
    {
        var updates = await bot.GetUpdates(offset, 100, 30, cancellationToken: stop.Token);
        if (updates.Length == 0) continue;
        offset = updates[^1].Id + 1;
        var incoming = updates.Select(Incoming_).OfType<Incoming>().ToList();
        using var left = safe ? new CountdownEvent(incoming.Count) : null;
        var done = safe ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
        foreach (var u in incoming) await lanes[u.ChatId / 10 % lanes.Length].Writer.WriteAsync((u, left, done));
        if (done is not null) await done.Task;
    }
}
catch (OperationCanceledException) { }

static Incoming? Incoming_(Update u) => LibrarySender.ToIncoming(u);
