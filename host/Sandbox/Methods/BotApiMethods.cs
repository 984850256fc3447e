using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>All methods by name, in any letter case.</summary>
internal sealed class BotApiMethods(TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private readonly Dictionary<string, Func<BotCall, JsonNode>> methods = new(
        ((IEnumerable<KeyValuePair<string, Func<BotCall, JsonNode>>>)
        [
            .. ProfileMethods.All, .. WebhookMethods.All, .. SendMethods.All, .. MediaMethods.All, .. EditMethods.All,
            .. DeleteMethods.All, .. ForwardMethods.All, .. ChatMethods.All,
        ]),
        StringComparer.OrdinalIgnoreCase);

    private readonly Polling polling = new(clock, lifetime);

    /// <summary>The method's name as Telegram writes it.</summary>
    public string Spelling(string method) =>
        method.Equals(Polling.Method, StringComparison.OrdinalIgnoreCase) ? Polling.Method
        : methods.Keys.FirstOrDefault(m => m.Equals(method, StringComparison.OrdinalIgnoreCase)) ?? method[..Math.Min(64, method.Length)];

    public async Task<BotApiAnswer> InvokeAsync(SandboxBot bot, string method, RequestFields fields, CancellationToken cancellationToken)
    {
        try
        {
            return method.Equals(Polling.Method, StringComparison.OrdinalIgnoreCase)
                ? await polling.WaitAsync(bot, fields, cancellationToken)
                : Run(bot, method, fields);
        }
        catch (BotApiException e)
        {
            return BotApiAnswer.From(e);
        }
    }

    private BotApiAnswer Run(SandboxBot bot, string method, RequestFields fields)
    {
        if (!methods.TryGetValue(method, out var run))
        {
            throw new BotApiException(404, "Not Found: method not found");
        }

        lock (bot.Gate)
        {
            var call = new BotCall(bot, fields);
            var result = Wire.Write(run(call));
            bot.Tidy();
            return BotApiAnswer.Ok(result, call.Description);
        }
    }
}
