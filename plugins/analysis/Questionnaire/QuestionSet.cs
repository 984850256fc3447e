using System.Globalization;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>A version of the questionnaire, with what the operator changed for an industry. Never changes.</summary>
internal sealed class QuestionSet
{
    private readonly QuestionnaireFile _file;
    private readonly Dictionary<string, Question> _byId;
    private readonly Dictionary<string, AspectEntry> _aspects;

    public QuestionSet(QuestionnaireFile file, OverrideSet? overrides = null)
    {
        _file = file;
        Overrides = overrides;
        All = overrides is null ? file.Questions : [.. file.Questions.Select(overrides.Apply)];
        Express = [.. All.Where(question => question.Express)];
        _byId = All.ToDictionary(question => question.Id);
        _aspects = file.Aspects.ToDictionary(aspect => aspect.Key);
    }

    public string Version => _file.SchemaVersion;

    /// <summary>What the operator changed; null for nothing.</summary>
    public OverrideSet? Overrides { get; }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Question> All { get; }

    /// <summary>The 21 questions for results.</summary>
    public IReadOnlyList<Question> Express { get; }

    public IReadOnlyList<AspectEntry> Aspects => _file.Aspects;

    /// <summary>From the worst.</summary>
    public IReadOnlyList<Zone> Zones => _file.Scoring.Zones;

    public MinimumCoverage Minimum => _file.Scoring.MinimumCoverage;

    public IReadOnlyList<DivisionEntry> Divisions => _file.Divisions;

    public IReadOnlyList<Question> Of(Variant variant) => variant == Variant.Express ? Express : All;

    public Question? Find(string id) => _byId.GetValueOrDefault(id);

    public AspectEntry AspectOf(Question question) => _aspects[question.Aspect];

    public string DivisionName(int number, CultureInfo culture) => Divisions.First(division => division.Number == number).Name.In(culture);

    public string DepartmentName(int number, CultureInfo culture) =>
        Divisions.SelectMany(division => division.Departments).First(department => department.Number == number).Name.In(culture);

    public Wording? UnitOf(Question question) => question.Unit is { } unit ? _file.NumberUnits.GetValueOrDefault(unit) : null;

    /// <summary>The zone of an unrounded score, counted from 0, the worst.</summary>
    public int ZoneOf(decimal score)
    {
        var zone = 0;
        for (var i = 1; i < Zones.Count; i++)
        {
            zone = score >= Zones[i].Min ? i : zone;
        }

        return zone;
    }

    /// <summary>The answers that a question has buttons for: yes and no from the best, scales from the worst.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices(Question question, CultureInfo culture)
    {
        var isRussian = culture.TwoLetterISOLanguageName == "ru";
        if (question.Type == QuestionType.YesNoPartly)
        {
            return [.. _file.AnswerTypes.YesNoPartly.Buttons.Select(button => (button.Value, isRussian ? button.Russian : button.English))];
        }

        if (question.Type != QuestionType.Scale || !_file.Scales.TryGetValue(question.Scale ?? "", out var scale))
        {
            return [];
        }

        return [.. (isRussian ? scale.Russian : scale.English).Select((label, value) => (value.ToString(CultureInfo.InvariantCulture), label))];
    }

    /// <summary>What an answer is worth in quarters, 0 to 4; null for a text, which has no worth, and for what is no answer to the question.</summary>
    public int? QuartersOf(Question question, string value) => question.Type switch
    {
        QuestionType.YesNoPartly => _file.AnswerTypes.YesNoPartly.Buttons.FirstOrDefault(button => button.Value == value) is { } button
            ? (int)(button.Score * Quarters)
            : null,
        QuestionType.Scale => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step <= Quarters ? step : null,
        QuestionType.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? question.Bands.FirstOrDefault(band => band.To is not { } to || number <= to)?.Score
            : null,
        _ => null,
    };

    private const int Quarters = 4;
}

/// <summary>How much is asked.</summary>
internal enum Variant
{
    /// <summary>The 21 questions for results.</summary>
    Express = 0,

    /// <summary>All 147.</summary>
    Full = 1,
}
