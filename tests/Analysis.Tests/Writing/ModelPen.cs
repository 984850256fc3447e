using System.Text.Json.Nodes;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Writing;

/// <summary>Answers as a good model would, from the data that were sent, and worse when it is told to.</summary>
internal static class ModelPen
{
    /// <param name="call">What was asked.</param>
    /// <param name="spoil">What is to be changed for the worse; null for nothing.</param>
    public static FakeAssistantReply Answer(FakeAssistantCall call, Action<JsonObject>? spoil = null) => FakeAssistantReply.Json(Write(call.Data, spoil));

    public static string Write(string given, Action<JsonObject>? spoil = null)
    {
        var data = JsonNode.Parse(given)!;
        var report = new JsonObject
        {
            ["summary"] = $"Model words: the company stands at {data["score"]}.",
            ["divisions"] = new JsonArray([.. data["divisions"]!.AsArray().Select(division => Division(division!))]),
            ["weakPoints"] = new JsonArray([.. data["weakPoints"]!.AsArray().Select(weak => Weak(weak!))]),
            ["plan"] = new JsonArray(Stage(0), Stage(1), Stage(2)),
        };
        spoil?.Invoke(report);
        return report.ToJsonString();
    }

    private static JsonObject Division(JsonNode division) => new()
    {
        ["number"] = division["number"]!.GetValue<int>(),
        ["findings"] = new JsonArray(new JsonObject
        {
            ["text"] = "Model finding",
            ["questions"] = new JsonArray(division["departments"]![0]!["answers"]![0]!["id"]!.GetValue<string>()),
        }),
        ["risk"] = "Model risk",
        ["recommendations"] = new JsonArray("Model recommendation, up to 95 %"),
    };

    private static JsonObject Weak(JsonNode weak) => new()
    {
        ["department"] = weak["department"]!.GetValue<int>(),
        ["missing"] = "Model gap",
        ["cause"] = "Model cause",
        ["consequence"] = "Model consequence",
        ["firstAction"] = "Model first step",
        ["statistic"] = "Model statistic",
    };

    private static JsonObject Stage(int number) => new()
    {
        ["actions"] = new JsonArray([.. Enumerable.Range(1, 3).Select(action => new JsonObject
        {
            ["action"] = $"Model action {number + 1}.{action}",
            ["position"] = 19,
            ["day"] = (30 * number) + (10 * action),
            ["result"] = "Model result",
            ["statistic"] = "Model statistic",
        })]),
    };
}
