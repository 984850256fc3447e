using System.Text;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>Presses every button that can be reached from the menu, each from a freshly drawn screen, and looks at what follows.</summary>
internal sealed class ButtonCrawl(ChatUser user, string back, string menu, Func<ChatButton, bool> leaveOut)
{
    private readonly Dictionary<string, ChatMessage> _screens = new(StringComparer.Ordinal);
    private readonly Queue<int[]> _paths = new();

    /// <summary>Every screen that was reached.</summary>
    public IReadOnlyCollection<ChatMessage> Screens => _screens.Values;

    public int Presses { get; private set; }

    public async Task RunAsync()
    {
        await WalkAsync([]);
        Note([]);
        while (_paths.TryDequeue(out var path))
        {
            await TryButtonsAsync(path);
        }
    }

    private async Task TryButtonsAsync(int[] path)
    {
        await WalkAsync(path);
        var (here, count) = (KeyOf(user.Screen), user.Screen.Buttons.Count);
        for (var i = 0; i < count; i++)
        {
            if (KeyOf(user.Screen) != here)
            {
                await WalkAsync(path);
            }

            if (user.Screen.Buttons[i] is { Data: not null } button && !leaveOut(button))
            {
                await PressAsync(i);
                Note([.. path, i]);
                await ReturnAsync(here);
            }
        }
    }

    private async Task WalkAsync(int[] path)
    {
        await user.SayAsync("/menu");
        foreach (var step in path)
        {
            Assert.True(step < user.Screen.Buttons.Count, $"The way {string.Join(", ", path)} leads elsewhere now. The chat ends so:\n{string.Join('\n', user.Messages.TakeLast(4))}");
            await user.PressDataAsync(user.Screen.Buttons[step].Data!);
        }
    }

    private async Task PressAsync(int index)
    {
        var (before, button) = (user.Screen, user.Screen.Buttons[index]);
        await user.PressDataAsync(button.Data!);
        Presses++;
        Assert.True(user.Answered, $"«{button.Text}» is not answered.\n{before}");

        // «1/3» between the arrows only says where one is.
        Assert.True(
            user.Toast is not null || KeyOf(user.Screen) != KeyOf(before) || button.OnlyTells,
            $"«{button.Text}» does nothing.\n{before}");
        Assert.True(
            user.Toast is null || _screens.Count == 0 || !user.Toast.Contains("не найдено", StringComparison.OrdinalIgnoreCase),
            $"«{button.Text}» leads to nothing: {user.Toast}\n{before}");
    }

    /// <summary>Back is quicker than walking from the menu; when it leads elsewhere the caller walks.</summary>
    private async Task ReturnAsync(string here)
    {
        if (KeyOf(user.Screen) != here && user.Screen.HasButton(back))
        {
            await user.PressAsync(back);
        }
    }

    private void Note(int[] path)
    {
        var screen = user.Screen;
        if (!_screens.TryAdd(KeyOf(screen), screen))
        {
            return;
        }

        _paths.Enqueue(path);
        Assert.All(screen.Buttons, button => Assert.True(
            button.Link is not null || Encoding.UTF8.GetByteCount(button.Data!) is > 0 and <= 64, $"«{button.Text}» carries too much."));
        Assert.NotEmpty(screen.Text);
        Assert.InRange(screen.Text.Length, 1, 4096);
        if (path.Length > 0 && KeyOf(screen) != _screens.Keys.First())
        {
            Assert.True(screen.HasButton(back) && screen.HasButton(menu), $"No way back or no way to the menu:\n{screen}");
        }
    }

    private static string KeyOf(ChatMessage screen) => $"{screen.Text}\n{string.Join('|', screen.Buttons.Select(button => button.Text))}";
}
