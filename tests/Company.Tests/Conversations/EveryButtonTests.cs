using System.Text.RegularExpressions;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

public sealed partial class EveryButtonTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    /// <summary>The same act stands on the cards of all posts; pressing it on some of them shows whether it works.</summary>
    private const int MostOfOneAct = 6;

    private static readonly string[] FileMarks = ["🖼", "📊", "📄", "📦"];

    [Theory]
    [InlineData("ru", "Назад", "Меню")]
    [InlineData("en", "Back", "Menu")]
    public async Task No_button_of_the_owner_is_dead_and_all_divisions_departments_and_posts_are_reached(string language, string back, string menu)
    {
        var owner = await company.Chat.NewOwnerAsync("Anna", language, "Crawl");
        var acts = new Dictionary<string, int>(StringComparer.Ordinal);
        var crawl = new ButtonCrawl(owner, back, menu, button =>
            IsLeftOut(button) || MakesFile(button) || IsDay(button) || Changes().IsMatch(button.Text) || (!button.Text.Any(char.IsDigit)
                && (acts[button.Text] = acts.GetValueOrDefault(button.Text) + 1) > MostOfOneAct));
        await crawl.RunAsync();

        Assert.All(Enumerable.Range(1, 21), number =>
        {
            Assert.Contains(crawl.Screens, screen => screen.Text.StartsWith($"📂 {number} · ", StringComparison.Ordinal));
            Assert.Contains(crawl.Screens, screen => screen.Text.StartsWith($"📌 {number} · ", StringComparison.Ordinal));
        });

        // A division lists its three departments, each with a mark; no other screen has three marked rows.
        Assert.Equal(7, crawl.Screens.Count(screen => screen.Buttons.Count(button => button.Text[0] is '⚪' or '✅') == 3));
        Assert.InRange(crawl.Presses, 200, 2000);
    }

    [Theory]
    [InlineData("ru", "Назад", "Меню")]
    [InlineData("en", "Back", "Menu")]
    public async Task No_button_of_a_guest_is_dead(string language, string back, string menu)
    {
        var guest = await company.Chat.NewUserAsync("Vera", language);
        await guest.StartAsync();
        var crawl = new ButtonCrawl(guest, back, menu, IsLeftOut);
        await crawl.RunAsync();
        Assert.True(crawl.Screens.Count >= 5, $"Only {crawl.Screens.Count} screens were reached.");
    }

    /// <summary>A language would change the words, and every invitation has a link of its own: there is no end to new screens.</summary>
    private static bool IsLeftOut(ChatButton button) =>
        button.Text.EndsWith("Русский", StringComparison.Ordinal) || button.Text.EndsWith("English", StringComparison.Ordinal)
        || button.Text.StartsWith("📨 Создать", StringComparison.Ordinal) || button.Text.StartsWith("📨 Create", StringComparison.Ordinal)
        || button.Text.StartsWith("На ", StringComparison.Ordinal) || button.Text is "1 day" or "3 days" or "30 days";

    /// <summary>What comes of these comes later, in the midst of the next presses; they have tests of their own.</summary>
    private static bool MakesFile(ChatButton button) => FileMarks.Any(mark => button.Text.StartsWith(mark, StringComparison.Ordinal));

    /// <summary>A first and a last day note an absence or a deputy: see <see cref="PeopleTests"/>.</summary>
    private static bool IsDay(ChatButton button) => button.Likeness == "a day" || button.Text is "Сегодня" or "Today";

    /// <summary>Acts and chosen settings: after them the company is another one, and the crawl would not end.</summary>
    [GeneratedRegex(@"^(?:✅ \p{L}+$|▫️|➕ (?:Руководитель|Division)|♾)|[+−]\d+$|^[A-Z]{3} · ", RegexOptions.None, 1000)]
    private static partial Regex Changes();
}
