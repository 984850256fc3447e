using System.Globalization;
using System.Text.RegularExpressions;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Conversations;

/// <summary>Ways through the analysis that several conversations walk, in either language.</summary>
internal static partial class Walk
{
    public static QuestionSet Questions { get; } = Questionnaires.Load(overridesPath: null).For("retail");

    /// <summary>Answers the nine fields of the profile, and stands before the choice of the variant.</summary>
    public static async Task ProfileAsync(ChatUser user, string goal = "Grow twice")
    {
        var isRussian = user.Language == "ru";
        await user.SayAsync("/analysis");
        await user.PressAsync("🚀");
        await user.PressAsync(isRussian ? "Розница" : "Retail");
        await user.PressAsync(isRussian ? "Смешанная" : "Mixed");
        await user.SayAsync(isRussian ? "Кухни на заказ" : "Made-to-measure kitchens");
        await user.SayAsync("1 500");
        await user.PressAsync("⏭");
        await user.PressAsync("RUB");
        await user.SayAsync("1500,5");
        await user.SayAsync("-");
        await user.SayAsync(goal);
        Has(user, "RUB", goal);
        await user.PressAsync("✅");
    }

    public static async Task ExpressAsync(ChatUser user)
    {
        await ProfileAsync(user);
        await user.PressAsync("⚡");
    }

    /// <summary>Begins a full assessment, and stands before who answers.</summary>
    public static async Task FullAsync(ChatUser user, string goal = "Grow twice")
    {
        await ProfileAsync(user, goal);
        await user.PressAsync("📋");
    }

    /// <summary>The question on the screen; null when there is none.</summary>
    public static Question? Shown(ChatUser user) => Header().Match(user.Screen.Text) is { Success: true } found
        ? Questions.All.Single(question =>
            question.Department == int.Parse(found.Groups["department"].Value, CultureInfo.InvariantCulture)
            && question.Order == (found.Groups["order"].Success ? int.Parse(found.Groups["order"].Value, CultureInfo.InvariantCulture) : ResultOrder))
        : null;

    /// <summary>Answers questions one after another for as long as there are any.</summary>
    /// <returns>The ids of the questions, in the order in which they were put.</returns>
    public static async Task<IReadOnlyList<string>> AnswerAllAsync(ChatUser user, Func<Question, GivenAnswer> answer)
    {
        var asked = new List<string>();
        while (Shown(user) is { } question)
        {
            asked.Add(question.Id);
            Assert.True(asked.Count <= 2 * Questions.All.Count, "The questions do not end.");
            await AnswerAsync(user, question, answer(question));
        }

        return asked;
    }

    public static Task AnswerAsync(ChatUser user, Question question, GivenAnswer answer) => answer switch
    {
        { Kind: AnswerKind.Unknown } => user.PressAsync("❓"),
        { Kind: AnswerKind.NotApplicable } => user.PressAsync("➖"),
        { Kind: AnswerKind.Skipped } => user.PressAsync("⏭"),
        { Value: { } value } when question.Type is QuestionType.Number or QuestionType.Text => user.SayAsync(value),
        { Value: { } value } => user.PressAsync(Questions.Choices(question, new NamedCulture(user.Language)).Single(choice => choice.Value == value).Label),
        _ => throw new ArgumentException($"{question.Id} has no answer.", nameof(answer)),
    };

    /// <summary>The same answers as a set whose scores are known; texts get a text, and what the set leaves out is skipped.</summary>
    public static Func<Question, GivenAnswer> Like(IReadOnlyList<GivenAnswer> answers, string text = "As always") => question =>
        answers.FirstOrDefault(answer => answer.Question == question.Id)
        ?? (question.Type == QuestionType.Text
            ? new GivenAnswer { Question = question.Id, Kind = AnswerKind.Value, Value = text }
            : new GivenAnswer { Question = question.Id, Kind = AnswerKind.Skipped });

    /// <summary>Writes answers past the chat into the open assessment of a company.</summary>
    public static async Task WriteAsync(TestHost host, TestCompany firm, IReadOnlyList<GivenAnswer> answers)
    {
        foreach (var answer in answers)
        {
            await host.ExecuteAsync(
                """
                insert into analysis.answers (company_id, assessment_id, question_id, kind, value, user_id, answered_at)
                select a.company_id, a.id, $2, $3, nullif($4, ''), a.started_by, now() from analysis.assessments a where a.company_id = $1 and a.state = 0
                on conflict (company_id, assessment_id, question_id) do update set kind = excluded.kind, value = excluded.value
                """,
                firm.Id, answer.Question, (short)answer.Kind, answer.Value ?? "");
        }
    }

    public static void Has(ChatUser user, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, user.Screen.Text, StringComparison.Ordinal));

    /// <summary>The bot has written a message with these words; it need not be the last, because the report follows by itself.</summary>
    /// <returns>The message.</returns>
    public static ChatMessage HasTold(ChatUser user, params string[] words)
    {
        var told = user.Messages.LastOrDefault(message => message.FromBot && words.All(word => message.Text.Contains(word, StringComparison.Ordinal)));
        Assert.True(told is not null, $"{user.Name} was not told «{string.Join("», «", words)}»:\n{string.Join('\n', user.Messages)}");
        return told;
    }

    public static void HasNot(ChatUser user, params string[] words) =>
        Assert.All(words, word => Assert.DoesNotContain(word, user.Screen.Text, StringComparison.Ordinal));

    private const int ResultOrder = 6;

    [GeneratedRegex(@"(Отдел|Department) (?<department>\d+) · (вопрос|question) ((?<order>\d+)/7 · |\d+/21)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();
}
