using System.Collections.Concurrent;
using System.Text.Json;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>Every version of the questionnaire, with the operator's changes.</summary>
internal sealed class Questionnaires
{
    private const string Folder = "Questionnaire/";

    private readonly Dictionary<string, QuestionnaireFile> _versions;
    private readonly OverridesFile _overrides;
    private readonly ConcurrentDictionary<(string Version, string Hash), QuestionSet> _known = [];

    private Questionnaires(Dictionary<string, QuestionnaireFile> versions, OverridesFile overrides)
    {
        (_versions, _overrides) = (versions, overrides);
        CurrentVersion = versions.Keys.MaxBy(Version.Parse)!;
    }

    /// <summary>The version that new assessments are asked with.</summary>
    public string CurrentVersion { get; }

    /// <summary>Reads what is embedded, and an operator's file.</summary>
    /// <param name="overridesPath">The operator's file; null for none.</param>
    /// <exception cref="InvalidOperationException">The operator's file is wrong; the message names key and cure.</exception>
    public static Questionnaires Load(string? overridesPath)
    {
        var versions = ReadEmbedded().ToDictionary(file => file.SchemaVersion);
        var questionnaires = new Questionnaires(versions, new());
        return overridesPath is null
            ? questionnaires
            : new(versions, OverridesReader.Read(overridesPath, versions[questionnaires.CurrentVersion]));
    }

    /// <summary>What a company of an industry is asked now.</summary>
    public QuestionSet For(string industry)
    {
        var changes = new Dictionary<string, QuestionOverride>(_overrides.All);
        foreach (var (id, change) in _overrides.Industries.GetValueOrDefault(industry) ?? [])
        {
            changes[id] = change;
        }

        return Find(CurrentVersion, OverrideSet.Of(changes))!;
    }

    /// <summary>What was asked once.</summary>
    /// <param name="version">The version.</param>
    /// <param name="overrides">The changes of that time; null for none.</param>
    /// <returns>Null for a version that only a newer module has.</returns>
    public QuestionSet? Find(string version, OverrideSet? overrides) => _versions.TryGetValue(version, out var file)
        ? _known.GetOrAdd((version, overrides?.Hash ?? ""), _ => new QuestionSet(file, overrides))
        : null;

    private static IEnumerable<QuestionnaireFile> ReadEmbedded()
    {
        var assembly = typeof(Questionnaires).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
#pragma warning disable MA0045 // An embedded resource is memory: there is nothing to wait for.
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize(stream, QuestionnaireJson.Default.QuestionnaireFile)!;
#pragma warning restore MA0045
        }
    }
}
