using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Tests.Texts;
using DrAivBot.Host.Texts;
using DrAivBot.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Dialogs;

/// <summary>A user in a dialog: types, presses what is on the screen, and sees what comes. Every turn starts from what is stored.</summary>
internal sealed class Conversation : IDisposable
{
    private const string Texts = """
        { "trip.name": "Как назвать поездку?", "trip.transport": "На чём едем?", "trip.plate": "Номер машины?",
          "trip.seat": "Какое место?", "trip.note": "Заметка?", "trip.label": "Ответ", "trip.confirm": "✅ Поехали" }
        """;

    private readonly DialogEngine _engine = new();
    private readonly TestTurn _turn;
    private readonly ServiceProvider _services;
    private readonly DialogRegistration _registration;

    private Conversation(object dialog, DialogRegistration registration, Language? language, IRecipients? recipients)
    {
        _registration = registration;
        _turn = new(TextFiles.Load(Texts, Texts, "trip"), language) { StartedAt = Now };
        var services = new ServiceCollection().AddSingleton(dialog.GetType(), dialog);
        _services = (recipients is null ? services : services.AddSingleton(recipients)).BuildServiceProvider();
    }

    /// <summary>Monday 23 November 2026, 12:00 UTC.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public DialogOutcome Last { get; private set; } = new();

    public StoredDialog? Stored { get; set; }

    public string Body => Last.Screen!.Body.Html;

    public IReadOnlyList<Button> Buttons => [.. Last.Screen!.Rows.SelectMany(row => row)];

    public IReadOnlyList<string> Labels => [.. Buttons.Select(button => button.Label)];

    public static async Task<Conversation> BeginAsync<TState>(
        IDialog<TState> dialog, TState state, JsonSerializerContext json, Language? language = null, IRecipients? recipients = null)
        where TState : class, new()
    {
        var chat = new Conversation(dialog, Register(dialog.GetType(), typeof(TState), json.GetTypeInfo(typeof(TState))!), language, recipients);
        return await chat.TakeAsync(chat._engine.BeginAsync(chat._registration, state, chat._services, chat._turn, Token));
    }

    public static Task<Conversation> BeginAsync(TripDialog dialog, Trip? state = null) =>
        BeginAsync(dialog, state ?? new(), TripJson.Default);

    public static DialogRegistration Register(Type dialog, Type state, JsonTypeInfo json) => new()
    {
        Module = TripModule.Create(),
        Id = "new",
        DialogType = dialog,
        StateType = state,
        Json = json,
    };

    public Task<Conversation> TypeAsync(string text) =>
        TakeAsync(_engine.AnswerTextAsync(_registration, Stored!, text, _services, _turn, Token));

    /// <summary>Presses a button that is on the screen, by the beginning of its label.</summary>
    public Task<Conversation> PressAsync(string label) =>
        SendAsync((DialogPress)Buttons.First(button => button.Label.StartsWith(label, StringComparison.Ordinal)).Press!);

    /// <summary>Sends any press, also one that is on no screen.</summary>
    public Task<Conversation> SendAsync(DialogPress press) =>
        TakeAsync(_engine.PressAsync(_registration, Stored!, press, _services, _turn, Token));

    public Task<Conversation> RedrawAsync() =>
        TakeAsync(_engine.RedrawAsync(_registration, Stored!, _services, _turn, Token));

    public void Dispose() => _services.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<Conversation> TakeAsync(Task<DialogOutcome> outcome)
    {
        Last = await outcome;
        Stored = Last.Dialog;
        return this;
    }
}
