using DrAivBot.Host.Configuration;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Assistant;

/// <summary>Of the host, what the terms of the assistant stand on.</summary>
internal sealed class AssistantParts(AssistantSettings settings, TextCatalogue coreTexts)
{
    public AssistantSettings Settings => settings;

    /// <summary>What people are called whose data were erased: words, not names.</summary>
    public string[] Nobodies { get; } = [.. Language.All.Select(language => new ModuleText(coreTexts, coreTexts, language).Get("core.erasure.nobody"))];

    /// <param name="language">Of the answer; what is not Russian is English.</param>
    public MaskedWords WordsIn(string? language) =>
        MaskedWords.In(new ModuleText(coreTexts, coreTexts, language == Language.Russian.Code ? Language.Russian : Language.English));

    public TurnAssistantTerms For(OrganisationWork work, string moduleId) => new(work, moduleId, this);
}
