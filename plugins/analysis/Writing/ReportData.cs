using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DrAivBot.Analysis.Profile;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Results;
using DrAivBot.Analysis.Scoring;

namespace DrAivBot.Analysis.Writing;

/// <summary>
/// What an assistant is told of an assessment: no name of the company, of its units or of who answered. What people wrote
/// is cut to what a question allows; the host masks the rest.
/// </summary>
internal sealed class ReportData
{
    private const int LongestText = 1000;
    private const int LongestComment = 500;

    /// <summary>Letters as they are: escaped ones would make the data six times as long.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly ReportContent _content;
    private readonly Utf8JsonWriter _json;

    private readonly bool _hasWords;

    private ReportData(ReportContent content, Utf8JsonWriter json, bool hasWords) => (_content, _json, _hasWords) = (content, json, hasWords);

    private AssessmentResult Result => _content.Result;

    private QuestionSet Questions => Result.Assessment.Questions;

    public static string Write(ReportContent content) => Write(content, hasWords: true);

    /// <summary>The same without what respondents wrote in their own words, whose figures nobody vouches for.</summary>
    public static string WriteTrusted(ReportContent content) => Write(content, hasWords: false);

    private static string Write(ReportContent content, bool hasWords)
    {
        var bytes = new ArrayBufferWriter<byte>();
#pragma warning disable MA0045 // It writes to memory: there is nothing to wait for.
        using (var json = new Utf8JsonWriter(bytes, Options))
#pragma warning restore MA0045
        {
            new ReportData(content, json, hasWords).WriteAll();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private void WriteAll()
    {
        var scores = Result.Scores;
        _json.WriteStartObject();
        _json.WriteString("variant", Result.Assessment.Variant == Variant.Express ? "express: only the 21 questions for results" : "full: 147 questions");
        WriteProfile(Result.Assessment.Profile);
        WriteScore(scores.Company);
        _json.WriteString("coverage", ReportText.Percent(_content.Text, scores.Coverage));
        WriteList("aspects", scores.Aspects, aspect =>
        {
            _json.WriteString("name", _content.Text.Get("analysis.aspect." + aspect.Aspect.Key));
            WriteScore(aspect.Score);
        });
        WriteList("weakPoints", scores.WeakPoints, weak =>
        {
            _json.WriteNumber("department", weak.Department.Number);
            WriteScore(weak.Department.Score);
            WriteTexts("evidence", weak.Evidence.Select(entry => entry.Question.Id));
        });
        WriteList("divisions", scores.Divisions, WriteDivision);
        WriteTexts("notKnown", scores.Gaps.Select(gap => gap.Question.Id));
        WriteTexts("notApplicable", scores.NotApplicable.Select(question => question.Id));
        _json.WriteEndObject();
    }

    private void WriteProfile(CompanyProfile profile)
    {
        _json.WriteStartObject("profile");
        _json.WriteString("industry", ProfileText.Industry(_content.Text, profile));
        _json.WriteString("model", profile.Model);
        _json.WriteString("mainProduct", Cut(profile.Product, LongestText));
        _json.WriteNumber("employees", profile.Employees);
        WriteNumber("ageInYears", profile.AgeYears);
        _json.WriteString("currency", profile.Currency);
        WriteNumber("monthlyRevenue", profile.MonthlyRevenue);
        WriteNumber("fixedMonthlyCosts", profile.MonthlyCosts);
        _json.WriteString("goalFor12Months", Cut(profile.Goal, LongestText));
        _json.WriteEndObject();
    }

    private void WriteDivision(DivisionScore division)
    {
        _json.WriteNumber("number", division.Number);
        _json.WriteString("name", Questions.DivisionName(division.Number, _content.Text.Culture));
        WriteScore(division.Score);
        WriteList("departments", Result.Scores.Departments.Where(department => department.Division == division.Number), WriteDepartment);
    }

    private void WriteDepartment(DepartmentScore department)
    {
        _json.WriteNumber("number", department.Number);
        _json.WriteString("name", Questions.DepartmentName(department.Number, _content.Text.Culture));
        WriteScore(department.Score);
        WriteList(
            "answers",
            Questions.Of(Result.Assessment.Variant).Where(question => question.Department == department.Number),
            question => WriteAnswer(question, Result.Answers.FirstOrDefault(given => given.Question == question.Id)));
    }

    private void WriteAnswer(Question question, GivenAnswer? given)
    {
        _json.WriteString("id", question.Id);
        _json.WriteString("question", question.In(_content.Text.Culture));
        if (!_hasWords && question.Type == QuestionType.Text)
        {
            return;
        }

        _json.WriteString("answer", Cut(ReportText.Answer(_content.Text, Questions, question, given), LongestText));
        if (_hasWords && given?.Comment is { } comment)
        {
            _json.WriteString("comment", Cut(comment, LongestComment));
        }
    }

    private void WriteScore(decimal? score)
    {
        _json.WriteString("score", ReportText.Percent(_content.Text, score));
        if (score is { } value)
        {
            _json.WriteString("zone", ReportText.ZoneName(_content.Text, Questions, value));
        }
    }

    private void WriteNumber(string name, decimal? number)
    {
        if (number is { } value)
        {
            _json.WriteNumber(name, value);
        }
    }

    private void WriteList<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
}
