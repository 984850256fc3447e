using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>What stands beside the chat: who is there, the call log, the fault buttons, starting over.</summary>
internal sealed class OperatorEndpoints(SandboxBots bots)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sandbox/info", UserRequest.Handle(bots, Info));
        app.MapGet("/sandbox/calls", UserRequest.Handle(bots, r =>
            r.Bot.Calls.After(r.Query("after") ?? 0, (int)Math.Clamp(r.Query("limit") ?? 200, 1, 2_000))));
        app.MapGet("/sandbox/faults", UserRequest.Handle(bots, r => r.Bot.Faults.All()));
        app.MapPost("/sandbox/faults", UserRequest.Handle(bots, AddFault));
        app.MapDelete("/sandbox/faults", UserRequest.Handle(bots, r =>
        {
            r.Bot.Faults.Clear();
            return new JsonArray();
        }));
        app.MapPost("/sandbox/reset", UserRequest.Handle(bots, r =>
        {
            r.Bot.Reset();
            return new JsonObject { ["ok"] = true };
        }));
    }

    private static JsonObject Info(UserRequest request) => new()
    {
        ["bot"] = new JsonObject { ["id"] = request.Bot.Id, ["name"] = request.Bot.Name, ["username"] = request.Bot.Username },
        ["users"] = new JsonArray([.. request.Bot.Users.All.Select(u => u.ToEntry())]),
        ["faults"] = request.Bot.Faults.All(),
        ["seq"] = request.Bot.Events.LastSeq,
    };

    private static JsonObject AddFault(UserRequest request)
    {
        var kind = request.RequiredText("kind");
        if (!Fault.Kinds.Contains(kind))
        {
            throw UserRequest.Bad($"\"kind\" must be one of {string.Join(", ", Fault.Kinds)}, not \"{kind}\".");
        }

        var delay = TimeSpan.FromMilliseconds(Range(request, "delayMs", 0, (long)LongestDelay.TotalMilliseconds) ?? (kind == "delay" ? 1_000 : 0));
        var times = (int?)Range(request, "times", 1, 1_000_000);
        var retryAfter = (int)(Range(request, "retryAfter", 0, 86_400) ?? 3);
        var id = request.Bot.Faults.Add(number => new Fault(number, kind)
        {
            Method = request.Text("method"),
            ChatId = request.Number("chatId"),
            Times = times,
            RetryAfter = retryAfter,
            Delay = delay,
        });
        return new JsonObject { ["id"] = id };
    }

    private static long? Range(UserRequest request, string name, long from, long to) =>
        request.Number(name) is not { } number ? null
        : number >= from && number <= to ? number
        : throw UserRequest.Bad($"\"{name}\" must be from {from} to {to}, not {number}.");
}
