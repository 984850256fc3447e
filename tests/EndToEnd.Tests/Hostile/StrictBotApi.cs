using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using DrAivBot.Chaos;
using DrAivBot.Host.Sandbox.Markup;

namespace DrAivBot.EndToEnd.Tests.Hostile;

/// <summary>Checks every message as strictly as Telegram does, and keeps what a person would see.</summary>
internal sealed class StrictBotApi : IAsyncDisposable
{
    private const int MaxText = 4096;
    private const int MaxData = 64;
    private const int MaxToast = 200;
    private const int MaxButtonsKept = 500;

    private readonly ConcurrentQueue<string> _buttons = new();
    private BotApi? _server;

    public Uri Address => _server!.Address;

    /// <summary>The webhook a host asked for.</summary>
    public Uri? Webhook { get; private set; }

    /// <summary>What Telegram would have refused.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Every text shown, in the order of the calls.</summary>
    public ConcurrentQueue<(long Chat, string Text)> Shown { get; } = new();

    public static async Task<StrictBotApi> StartAsync()
    {
        var api = new StrictBotApi();
        api._server = await BotApi.StartAsync(api.Check, TestContext.Current.CancellationToken);
        return api;
    }

    /// <summary>Callback data of some button the bot drew; null before the first.</summary>
    public string? ButtonOfSomebody()
    {
        if (!_buttons.TryDequeue(out var data))
        {
            return null;
        }

        _buttons.Enqueue(data);
        return data;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Check(string method, JsonElement body)
    {
        switch (method)
        {
            case "setwebhook":
                Webhook = new Uri(body.GetProperty("url").GetString()!);
                break;
            case "sendmessage" or "editmessagetext":
                CheckText(body);
                CheckButtons(body);
                break;
            case "answercallbackquery" when body.TryGetProperty("text", out var toast) && toast.GetString() is { Length: > MaxToast } text:
                Faults.Enqueue($"a toast of {text.Length} characters");
                break;
        }
    }

    private void CheckText(JsonElement body)
    {
        var html = body.GetProperty("text").GetString()!;
        try
        {
            var text = new HtmlMarkup(html).Parse().Text;
            Shown.Enqueue((BotApi.ChatOf(body), text));
            if (text.Trim().Length is 0 or > MaxText)
            {
                Faults.Enqueue($"a text of {text.Trim().Length} characters: {Start(html)}");
            }
        }
        catch (MarkupException wrong)
        {
            Faults.Enqueue($"markup: {wrong.Message} in {Start(html)}");
        }
    }

    private void CheckButtons(JsonElement body)
    {
        if (!body.TryGetProperty("reply_markup", out var markup) || !markup.TryGetProperty("inline_keyboard", out var rows))
        {
            return;
        }

        foreach (var button in rows.EnumerateArray().SelectMany(row => row.EnumerateArray()))
        {
            if (string.IsNullOrWhiteSpace(button.GetProperty("text").GetString()))
            {
                Faults.Enqueue("a button without words");
            }

            if (button.TryGetProperty("callback_data", out var carried) && carried.GetString() is { } data)
            {
                if (Encoding.UTF8.GetByteCount(data) is 0 or > MaxData)
                {
                    Faults.Enqueue($"a button that carries {Encoding.UTF8.GetByteCount(data)} bytes");
                }

                _buttons.Enqueue(data);
                while (_buttons.Count > MaxButtonsKept)
                {
                    _buttons.TryDequeue(out _);
                }
            }
        }
    }

    private static string Start(string text) => text.Length > 200 ? text[..200] + "…" : text;
}
