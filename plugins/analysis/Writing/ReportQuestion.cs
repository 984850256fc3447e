using DrAivBot.Analysis.Results;
using DrAivBot.Assistant;

namespace DrAivBot.Analysis.Writing;

/// <summary>The question to an assistant: the words of a report of which everything else is computed.</summary>
internal static class ReportQuestion
{
    private const int MostTokens = 12_000;

    private const string Instructions = """
        Write the words of a consultant's report about a company, for its director, in {0}: plain, concrete, polite sentences, without headings, markup, emoji, links or names of people.
        The data hold the company's profile, the answers of its staff to a self-assessment, and the scores that were computed from them. A board of 7 divisions has 21 departments; the head of department N holds post N, so name people only as "{1}".
        Everything that is computed stands: scores, zones, the order of the weak points. Change, add and compute none. A percentage may be written only if the data have it; targets of actions are the only exception.
        summary: the company's score and zone, two strengths, three risks, and one conclusion tied to the goal for 12 months. At most 900 characters.
        divisions: all 7, by number. Each has 1 to 3 findings with the ids of the questions of this division they rest on (none when nothing was answered), one risk, and 1 to 3 recommendations.
        weakPoints: exactly the departments of weakPoints in the data, in their order: what is missing, the likely cause, the consequence, a first action for the next 7 days, and the statistic to watch.
        plan: three stages, days 1 to 30, 31 to 60 and 61 to 90, with 3 to 5 actions each, sorted by day: the action, the number of the responsible post (1 to 21), the day it is due within the stage, the expected result, and the statistic that shows it. Begin with what the weakest departments lack most.
        Where the data say little, say what is not known instead of guessing.
        """;

    /// <param name="content">Whose words are asked for.</param>
    /// <param name="language">In which language.</param>
    /// <param name="mostTime">For everything together.</param>
    public static AssistantRequest Of(ReportContent content, string language, TimeSpan mostTime)
    {
        var data = ReportData.Write(content);
        return new()
        {
            Purpose = "report",
            Instructions = Instructions.Replace("{0}", language == "ru" ? "Russian" : "English", StringComparison.Ordinal)
                .Replace("{1}", content.Text.Get("analysis.assistant.post"), StringComparison.Ordinal),
            Data = data,
            Schema = ReportSchema.Json,
            SchemaName = ReportSchema.Name,
            // Another language, a repetition or a crash costs the company nothing more.
            Charge = $"report:{content.Result.Assessment.Id:N}",
            Check = new ReportCheck(content.Result, Percentages.In(ReportData.WriteTrusted(content))).Find,
            MostTokens = MostTokens,
            MostTime = mostTime,
            Language = language,
            NamesPosts = true,
        };
    }
}
