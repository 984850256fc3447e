using System.Globalization;
using System.Text;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using DrAivBot.Screens;
using DrAivBot.Texts;
using Route = DrAivBot.Host.Modules.Route;

namespace DrAivBot.Host.Updates;

/// <summary>Writes an answer for Telegram, buttons sealed, and reads the presses that come back.</summary>
internal sealed class ScreenWriter(BotIdentity bot, CallbackSeal seal)
{
    private const int MaxButtonsInRow = 8;
    private const int MaxButtons = 100;
    private const int MaxToast = 200;
    private const char TokenMark = '$';

    private static readonly string DialogTag = Route.TagOf("core.dialog");
    private static readonly CallbackShape DialogShape = CallbackShape.Of(typeof(DialogPress));

    /// <summary>Where the private chat with the bot opens; the name alone until Telegram has told it.</summary>
    public string LinkToBot => $"https://t.me/{bot.Username}";

    /// <summary>What the turn sends; null when there is nothing to send and no press to answer.</summary>
    public Outgoing? Write(TurnState turn, Answer answer, IText text)
    {
        var isPress = turn.Update.CallbackId is not null;
        var screen = answer.Screen is null ? null : Write(turn, answer, answer.Screen, isPress, text);
        return screen is null && !isPress && answer.StoredFiles.Count == 0 ? null : new()
        {
            CallbackId = turn.Update.CallbackId,
            Toast = isPress ? Shorten(answer.Toast) : null,
            Screen = screen,
            Files = answer.StoredFiles.Count == 0 ? null : answer.StoredFiles,
        };
    }

    /// <summary>The press in callback data; null for data this host did not make for this person, chat and company.</summary>
    public ReadPress? Read(TurnState turn, string? data)
    {
        if (seal.Open(ScopeOf(turn), data) is not var (number, press))
        {
            return null;
        }

        if (press is [TokenMark, .. var token])
        {
            press = turn.Session.Data.Tokens.GetValueOrDefault(token, "");
        }

        if (press.Length < DialogTag.Length)
        {
            return new(number, null, Outdated.Instance);
        }

        var (tag, fields) = (press[..DialogTag.Length], press[DialogTag.Length..]);
        if (tag == DialogTag)
        {
            return DialogShape.TryDecode(fields, out var dialogPress) ? new(number, null, dialogPress) : null;
        }

        var isKnown = turn.Routes.TryFindByTag(tag, out var route);
        return isKnown && route!.Shape.TryDecode(fields, out var decoded)
            ? new(number, route, decoded)
            : new(number, null, isKnown || turn.Routes.IsDropped(tag) ? Outdated.Changed : turn.Routes.IsOffHere(tag) ? Outdated.OffHere : Outdated.Instance);
    }

    private OutgoingScreen Write(TurnState turn, Answer answer, Screen screen, bool isPress, IText text)
    {
        if (answer.IsNotice)
        {
            return new() { Html = HtmlLimit.Cut(screen.Body.Html), IsNotice = true };
        }

        if (screen.Body.IsEmpty)
        {
            throw new InvalidOperationException("A screen has no text, which Telegram refuses. Give Screen.Body at least a title.");
        }

        var number = turn.Session.NextScreen(turn.StartedAt);
        var rows = AddNavigation(screen.Rows, Navigation(turn, answer, text), answer.IsDialog);
        Check(rows);
        var body = isPress || answer.Toast is null ? screen.Body : Markup.Paragraphs(Markup.Plain(answer.Toast), screen.Body);
        return new()
        {
            Html = HtmlLimit.Cut(body.Html),
            EditMessageId = isPress && !answer.IsNewMessage && answer.StoredFiles.Count == 0 ? turn.Update.PressedMessageId : null,
            Rows = [.. rows.Select(row => row.Select(button => Write(turn, button, number)).ToList())],
        };
    }

    private static List<IReadOnlyList<Button>> AddNavigation(
        IReadOnlyList<IReadOnlyList<Button>> rows, IReadOnlyList<Button> navigation, bool isDialog) =>
        isDialog && rows.Count > 0
            ? [.. rows.SkipLast(1), [.. rows[^1], .. navigation]]
            : [.. rows, .. navigation.Count > 0 ? [navigation] : Array.Empty<IReadOnlyList<Button>>()];

    /// <summary>Every screen has a way back and a way to the menu; a dialog brings its own way back.</summary>
    private static IReadOnlyList<Button> Navigation(TurnState turn, Answer answer, IText text)
    {
        var data = turn.Session.Data;
        var isHome = data.Place is null && !data.IsOverlaid && !answer.IsDialog;
        if (isHome)
        {
            return [];
        }

        var menu = Button.To(text.Get("core.button.menu"), new HomePress());
        return answer.IsDialog ? [menu] : [Button.To(text.Get("core.button.back"), new BackPress()), menu];
    }

    private static void Check(List<IReadOnlyList<Button>> rows)
    {
        if (rows.Find(row => row.Count > MaxButtonsInRow) is { } wide)
        {
            throw new InvalidOperationException($"A screen has a row of {wide.Count} buttons; Telegram shows 8 at most. Use WithColumn, or several rows.");
        }

        if (rows.Sum(row => row.Count) is > MaxButtons and var count)
        {
            throw new InvalidOperationException($"A screen has {count} buttons; Telegram takes 100. Show a page at a time with WithPage.");
        }

        if (rows.Exists(row => row.Any(button => string.IsNullOrWhiteSpace(button.Label))))
        {
            throw new InvalidOperationException("A button has no label, which Telegram refuses.");
        }
    }

    private OutgoingButton Write(TurnState turn, Button button, int number)
    {
        if (button.Link is { } link)
        {
            return new(button.Label, null, link.AbsoluteUri);
        }

        var press = button.Press is DialogPress ? DialogTag + DialogShape.Encode(button.Press) : Encode(turn, button);
        if (Encoding.UTF8.GetByteCount(press) > CallbackSeal.MaxPressBytes)
        {
            var token = turn.Session.Data.Tokens.Count.ToString(CultureInfo.InvariantCulture);
            turn.Session.Data.Tokens[token] = press;
            press = TokenMark + token;
        }

        return new(button.Label, seal.Close(ScopeOf(turn), number, press), null);
    }

    private static string Encode(TurnState turn, Button button) =>
        turn.Routes.TryFindByType(button.Press!.GetType(), out var route)
            ? route.Tag + route.Shape.Encode(button.Press)
            : throw new InvalidOperationException($"The button «{button.Label}» carries {button.Press.GetType().Name}, which no route claims. Register it with Routes.Screen or Routes.Action.");

    private SealScope ScopeOf(TurnState turn) => new(bot.Id, turn.User.TelegramId, turn.ChatId, turn.Member?.CompanyId.Value);

    private static string? Shorten(string? toast) => toast is { Length: > MaxToast } ? string.Concat(toast.AsSpan(0, MaxToast - 1), "…") : toast;

    /// <summary>Stands for a press whose route or token is gone.</summary>
    internal sealed class Outdated
    {
        /// <summary>Its module is not there.</summary>
        public static Outdated Instance { get; } = new();

        /// <summary>Its module is there, but not for the person's company.</summary>
        public static Outdated OffHere { get; } = new();

        /// <summary>Its module is there, in a version that does not know it.</summary>
        public static Outdated Changed { get; } = new();
    }
}

/// <summary>A press that came back: the screen it stands on, its route (null for the dialog in progress) and what it carries.</summary>
internal sealed record ReadPress(int ScreenNumber, Route? Route, object Data);
