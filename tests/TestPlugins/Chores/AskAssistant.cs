using System.Globalization;
using System.Text.Json.Nodes;
using DrAivBot.Assistant;
using DrAivBot.Jobs;

namespace DrAivBot.TestPlugins.Chores;

/// <summary>The smallest use of the assistant: one text, ids that must exist, a limit of length.</summary>
public sealed class AskAssistant(IAssistant assistant) : ILongJob<AskChore>
{
    private const string Schema = """
        {
            "type": "object",
            "properties": { "text": { "type": "string" }, "ids": { "type": "array", "items": { "type": "string" }, "maxItems": 3 } },
            "required": ["text", "ids"],
            "additionalProperties": false
        }
        """;

    private static readonly string[] Known = ["D01Q1", "D01Q2"];

    public async Task<JobResult> RunAsync(JobRun run, AskChore payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        var answer = await assistant.AskAsync(
            new()
            {
                Purpose = "chore",
                Instructions = "Write one sentence about the text and name the questions it is about.",
                Data = new JsonObject { ["text"] = payload.Text, ["score"] = 42 }.ToJsonString(),
                Schema = Schema,
                SchemaName = "chore",
                Charge = payload.Charge,
                Check = Check,
                MostTime = TimeSpan.FromSeconds(payload.MostSeconds),
                Language = "ru",
                NamesPosts = true,
            },
            transactions,
            cancellationToken);
        if (payload.Breaks && run.Attempt == 1)
        {
            throw new InvalidDataException("The chore failed after the answer.");
        }

        return await transactions.FinishAsync<Entries>(
            async (entries, token) =>
            {
                await entries.AddAsync(string.Create(CultureInfo.InvariantCulture, $"{payload.Charge}: {answer.Kind} {answer.Json ?? answer.TextKey}"), run, token);
                return JobResult.Done;
            },
            cancellationToken);
    }

    private static string? Check(string json)
    {
        var answer = JsonNode.Parse(json)!;
        return answer["ids"]!.AsArray().Select(id => id!.GetValue<string>()).FirstOrDefault(id => !Known.Contains(id, StringComparer.Ordinal)) is { } invented
            ? $"There is no question {invented}."
            : answer["text"]!.GetValue<string>().Length > 200 ? "text has more than 200 characters." : null;
    }
}
