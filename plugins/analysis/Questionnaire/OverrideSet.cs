using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>What the operator changed of the questions for one industry, and the words by which it is known for good.</summary>
internal sealed record OverrideSet
{
    private const int HashLength = 16;

    private OverrideSet(IReadOnlyDictionary<string, QuestionOverride> questions, string content) =>
        (Questions, Content, Hash) = (questions, content, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..HashLength]);

    /// <summary>By the id of the question.</summary>
    public IReadOnlyDictionary<string, QuestionOverride> Questions { get; }

    /// <summary>All of it as JSON, to be kept with what was asked so.</summary>
    public string Content { get; }

    /// <summary>Identifies the content.</summary>
    public string Hash { get; }

    /// <summary>Null when nothing is changed.</summary>
    public static OverrideSet? Of(IReadOnlyDictionary<string, QuestionOverride> questions) => questions.Count == 0 ? null : new(
        questions,
        JsonSerializer.Serialize(
            questions.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(),
            QuestionnaireJson.Default.DictionaryStringQuestionOverride));

    /// <summary>Reads what was kept.</summary>
    public static OverrideSet? Parse(string content) => Of(JsonSerializer.Deserialize(content, QuestionnaireJson.Default.DictionaryStringQuestionOverride) ?? []);

    public Question Apply(Question question) => Questions.TryGetValue(question.Id, out var changed)
        ? question with
        {
            Russian = changed.Russian ?? question.Russian,
            English = changed.English ?? question.English,
            Bands = changed.Bands ?? question.Bands,
        }
        : question;
}
