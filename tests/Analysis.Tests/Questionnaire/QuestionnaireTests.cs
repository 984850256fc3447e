using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Questionnaire;

public sealed class QuestionnaireTests : IDisposable
{
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void There_are_147_questions_seven_for_each_of_21_departments_and_21_of_them_are_express()
    {
        var questions = Questionnaires.Load(overridesPath: null).For("other");
        Assert.Equal(147, questions.All.Count);
        Assert.Equal(21, questions.Express.Count);
        Assert.All(questions.All.GroupBy(question => question.Department), group => Assert.Equal([1, 2, 3, 4, 5, 6, 7], group.Select(question => question.Order)));
        Assert.Equal(21, questions.All.Select(question => question.Department).Distinct().Count());
        Assert.Equal((43, 48, 35, 21), (
            questions.All.Count(question => question.Type == QuestionType.YesNoPartly),
            questions.All.Count(question => question.Type == QuestionType.Scale),
            questions.All.Count(question => question.Type == QuestionType.Number),
            questions.All.Count(question => question.Type == QuestionType.Text)));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Every_question_has_its_words_its_answers_and_its_unit(string language)
    {
        var culture = new NamedCulture(language);
        var questions = Questionnaires.Load(overridesPath: null).For("other");
        Assert.All(questions.All, question =>
        {
            Assert.NotEmpty(question.In(culture));
            var (choices, unit) = question.Type switch
            {
                QuestionType.YesNoPartly => (3, false),
                QuestionType.Scale => (5, false),
                QuestionType.Number => (0, true),
                _ => (0, false),
            };
            Assert.Equal(choices, questions.Choices(question, culture).Count);
            Assert.Equal(unit, questions.UnitOf(question) is not null);
        });
    }

    [Fact]
    public async Task An_operators_changes_count_for_their_industry_and_what_was_asked_before_stays()
    {
        var path = await WriteAsync("""
            { "all": { "D01Q1": { "en": "Is somebody in charge of hiring?" } },
              "industries": { "retail": { "D01Q4": { "bands": [ { "to": 3, "score": 4 }, { "to": null, "score": 0 } ] } } } }
            """);
        var changed = Questionnaires.Load(path);
        var (retail, it) = (changed.For("retail"), changed.For("it"));
        Assert.Equal(0, retail.QuartersOf(retail.Find("D01Q4")!, "20"));
        Assert.Equal(4, it.QuartersOf(it.Find("D01Q4")!, "20"));
        Assert.Equal("Is somebody in charge of hiring?", it.Find("D01Q1")!.English);

        var kept = OverrideSet.Parse(retail.Overrides!.Content);
        Assert.Equal(retail.Overrides.Hash, kept!.Hash);
        var later = Questionnaires.Load(overridesPath: null).Find(retail.Version, kept)!;
        Assert.Equal(0, later.QuartersOf(later.Find("D01Q4")!, "20"));
    }

    [Theory]
    [InlineData("""{ "all": { "D22Q1": { "en": "Nothing at all" } } }""", "all.D22Q1 is no question of version 1.0. Use an id from D01Q1 to D21Q7.")]
    [InlineData("""{ "industries": { "circus": {} } }""", "industries.circus is no industry. Use one of: retail,")]
    [InlineData("""{ "all": { "D01Q1": { "bands": [] } } }""", "all.D01Q1.bands belongs to a question that is not answered by a number. Take it out.")]
    [InlineData("""{ "all": { "D01Q4": { "bands": [ { "to": 3, "score": 4 } ] } } }""", "all.D01Q4.bands does not end with the one band that has no end.")]
    [InlineData("""{ "all": { "D01Q4": { "bands": [ { "to": 3, "score": 4 }, { "to": 2, "score": 1 }, { "to": null, "score": 0 } ] } } }""", "all.D01Q4.bands does not rise. Sort the bands")]
    [InlineData("""{ "all": { "D01Q4": { "bands": [ { "to": 3, "score": 5 }, { "to": null, "score": 0 } ] } } }""", "all.D01Q4.bands has a score outside of 0 to 4.")]
    [InlineData("""{ "all": { "D01Q1": { "ru": "Да?" } } }""", "all.D01Q1.ru has 3 characters. Write 5 to 300.")]
    [InlineData("""{ "all": { "D01Q1": { "weight": 9 } } }""", "are no JSON of the expected form at $.all.D01Q1")]
    public async Task A_mistake_in_an_operators_file_is_named_with_its_key_and_its_cure(string json, string words)
    {
        var path = await WriteAsync(json);
        var refusal = Assert.Throws<InvalidOperationException>(() => Questionnaires.Load(path));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var path = Path.Combine(_directory.Path, "nowhere.json");
        var refusal = Assert.Throws<InvalidOperationException>(() => Questionnaires.Load(path));
        Assert.Contains("cannot be read", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string json)
    {
        var path = Path.Combine(_directory.Path, "overrides.json");
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);
        return path;
    }
}
