using DrAivBot.Host.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Testing.Conformance;

/// <summary>
/// Presses the module's buttons, nearest to the menu first, each from a freshly drawn screen, answers its questions with
/// samples, and judges what follows. Many buttons of one kind are pressed a few times only.
/// </summary>
internal sealed class ScreenCrawl(TestHost host, ChatUser user, string role, ConformanceSubject subject)
{
    private const int MostOfOneKind = 6;
    private const int DeepestWay = 8;

    private readonly ScreenWords _words = new(user.Language);
    private readonly ButtonKinds _kinds = new(host.Services.GetRequiredService<ModuleCatalogue>(), subject.Id);
    private readonly HashSet<string> _screens = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pressed = new(StringComparer.Ordinal);
    private readonly Queue<IReadOnlyList<CrawlStep>> _ways = new();
    private readonly Dictionary<string, ConformanceFinding> _findings = new(StringComparer.Ordinal);

    /// <summary>What the acts lead to. A notification may come below it at any time and is no screen.</summary>
    private ChatMessage _screen = null!;

    public IReadOnlyList<ConformanceFinding> Findings => [.. _findings.Values];

    public int Presses { get; private set; }

    public int Screens => _screens.Count;

    public async Task RunAsync()
    {
        await WalkAsync([]);
        var menu = KeyOf(_screen);
        _screens.Add(menu);
        _left.Add(menu);
        _ways.Enqueue([]);
        foreach (var command in _kinds.Commands)
        {
            await StepAsync([], menu, new($"/{command}", IsTyped: true));
        }

        while (Presses < subject.MostPresses && _ways.TryDequeue(out var way))
        {
            await TryAllAsync(way);
        }
    }

    private async Task TryAllAsync(IReadOnlyList<CrawlStep> way)
    {
        if (!await WalkAsync(way))
        {
            return;
        }

        var (screen, here) = (_screen, KeyOf(_screen));
        var isAsked = way.Count > 0 && await IsAskedAsync();
        foreach (var button in screen.Buttons.Where(IsOfModule).DistinctBy(button => button.Likeness).Where(IsRare))
        {
            await StepAsync(way, here, new(button.Text, IsTyped: false));
        }

        foreach (var sample in isAsked ? subject.Samples : [])
        {
            await StepAsync(way, here, new(sample, IsTyped: true));
        }
    }

    /// <param name="way">From the menu to the screen.</param>
    /// <param name="here">The screen, so that the way is walked only when the user stands elsewhere.</param>
    /// <param name="step">What to do there.</param>
    private async Task StepAsync(IReadOnlyList<CrawlStep> way, string here, CrawlStep step)
    {
        if (Presses >= subject.MostPresses || (KeyOf(_screen) != here && !await WalkAsync(way)))
        {
            return;
        }

        var (before, seen) = (_screen, user.Messages.Max(message => message.Changed));
        if (!await DoAsync(step))
        {
            return;
        }

        Presses++;
        _kinds.Forgive();
        IReadOnlyList<CrawlStep> after = [.. way, step];
        var said = string.Join('\n', user.Messages.Where(message => message.FromBot && message.Changed > seen).Select(message => message.Text));
        Judge(before, $"{user.Toast}\n{said}", after);
        if (await TakeBackLanguageAsync())
        {
            await WalkAsync([]);
            return;
        }

        if (_screens.Add(KeyOf(_screen)))
        {
            if (!await IsAtMenuAsync())
            {
                JudgeScreen(_screen, after);
            }

            if (after.Count < DeepestWay)
            {
                _ways.Enqueue(after);
            }

            await JudgeWayBackAsync(after);
        }
    }

    /// <summary>The crawl knows the words of one language: who has chosen another gets their own back, and goes on.</summary>
    private async Task<bool> TakeBackLanguageAsync() =>
        await host.ExecuteAsync("update core.users set language = null where telegram_id = $1 and language <> $2", user.Id, user.Language) > 0;

    private void Judge(ChatMessage before, string said, IReadOnlyList<CrawlStep> way)
    {
        var step = way[^1];
        if (_words.Failed.IsMatch(said))
        {
            Find($"{step} fails: the handler threw an exception.", way, "The exception stands in logs/host.log of the test host; read it with host.ReadLogAsync().");
        }
        else if (step.IsTyped)
        {
            return;
        }
        else if (!user.Answered)
        {
            Find($"{step} is not answered.", way, "Return a Reply from the handler.");
        }
        else if (user.Toast == _words.NotFound)
        {
            Find($"{step} leads to nothing: {user.Toast}", way, "Draw a button only where its place exists and turn.May allows it.");
        }
        else if (user.Toast is null && KeyOf(_screen) == KeyOf(before) && !new ChatButton(step.Words, Data: null, Link: null).OnlyTells)
        {
            Find($"{step} does nothing that a user could see.", way, "Answer with another screen, or with Reply.Stay.WithToast(…).");
        }
    }

    private void JudgeScreen(ChatMessage screen, IReadOnlyList<CrawlStep> way)
    {
        foreach (var finding in ScreenRules.Check(screen, _words, $"as {role}: {string.Join(" → ", way)}"))
        {
            _findings.TryAdd(finding.What, finding);
        }
    }

    /// <summary>The way back leads to a screen whose own way back is known; one that sends the user forward again is a trap.</summary>
    private async Task JudgeWayBackAsync(IReadOnlyList<CrawlStep> way)
    {
        var screen = KeyOf(_screen);
        for (var pressed = 0; _screen.HasButton(_words.Back) && !_left.Contains(KeyOf(_screen)); pressed++)
        {
            if (pressed > DeepestWay)
            {
                Find($"«{_words.Back}» never arrives at the menu.", way, "A screen on the way sends the user forward again: draw it with Reply.Show, and send on only from an action.");
                return;
            }

            await PressAsync(_screen.Button(_words.Back).Data!);
        }

        _left.Add(screen);
    }

    private async Task<bool> WalkAsync(IReadOnlyList<CrawlStep> way)
    {
        await SayAsync("/menu");
        foreach (var step in way)
        {
            if (!await DoAsync(step))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>False when an earlier act has taken the button away.</summary>
    private async Task<bool> DoAsync(CrawlStep step)
    {
        if (step.IsTyped)
        {
            await SayAsync(step.Words);
            return true;
        }

        if (_screen.Buttons.FirstOrDefault(button => button.Text == step.Words)?.Data is not { } data)
        {
            return false;
        }

        await PressAsync(data);
        return true;
    }

    private async Task SayAsync(string text)
    {
        await user.SayAsync(text);
        await LookAsync();
    }

    private async Task PressAsync(string data)
    {
        await user.PressDataAsync(data, _screen);
        await LookAsync();
    }

    private async Task LookAsync()
    {
        var live = await host.QueryAsync<int>("select message_id from core.live_messages where bot_id = $1 and chat_id = $2", host.Chat.BotId, user.Id);
        _screen = user.Messages.FirstOrDefault(message => message.Id == live) ?? user.Screen;
    }

    private bool IsOfModule(ChatButton button) => button.Data is not null && _kinds.Find(button.Data) is not null;

    private bool IsRare(ChatButton button)
    {
        var kind = _kinds.Find(button.Data!)!;
        return (_pressed[kind] = _pressed.GetValueOrDefault(kind) + 1) <= MostOfOneKind || kind == ButtonKinds.Dialog;
    }

    private Task<bool> IsAskedAsync() =>
        host.QueryAsync<bool>("select data::jsonb ? 'dialog' from core.sessions where telegram_id = $1", user.Id);

    private Task<bool> IsAtMenuAsync() => host.QueryAsync<bool>(
        "select not data::jsonb ?| array['place', 'dialog'] and not coalesce((data::jsonb ->> 'isOverlaid')::boolean, false) from core.sessions where telegram_id = $1",
        user.Id);

    private void Find(string what, IReadOnlyList<CrawlStep> way, string cure) =>
        _findings.TryAdd(what, new(what, $"as {role}: {string.Join(" → ", way)}\n{_screen}", cure));

    private static string KeyOf(ChatMessage screen) => $"{screen.Text}\n{string.Join('|', screen.Buttons.Select(button => button.Text))}";
}
