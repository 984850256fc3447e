using System.Text;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Testing.Conformance;

/// <summary>What every screen below the menu keeps to. Pure.</summary>
internal static class ScreenRules
{
    private const int LongestText = 4096;

    public static IEnumerable<ConformanceFinding> Check(ChatMessage screen, ScreenWords words, string way)
    {
        var where = $"{way}\n{screen}";
        foreach (var button in screen.Buttons.Where(button => button.Data is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > CallbackSeal.MaxBytes))
        {
            yield return new($"«{button.Text}» carries {Encoding.UTF8.GetByteCount(button.Data!)} bytes; Telegram takes 1 to 64.", where, "Let the button carry an id, and look the rest up.");
        }

        if (screen.Buttons.Count > 0 && !screen.HasButton(words.Menu))
        {
            yield return new("A screen has no way to the menu.", where, "Answer with a Screen; the host adds the way back and to the menu.");
        }

        if (screen.Text.Length is 0 or > LongestText)
        {
            yield return new($"A screen has {screen.Text.Length} characters.", where, "Write at least a title, and at most 4096 characters: show a page at a time.");
        }
    }
}
