using System.Text.Json.Nodes;

namespace DrAivBot.Testing;

/// <summary>What a host sent to a <see cref="FakeAssistantServer"/>.</summary>
public sealed record FakeAssistantCall
{
    /// <summary>1 for the first call of the server.</summary>
    public required int Number { get; init; }

    /// <summary>The whole body, JSON.</summary>
    public required string Body { get; init; }

    /// <summary>The rules of the host and the instructions of the module; empty when there are none.</summary>
    public required string Instructions { get; init; }

    /// <summary>The messages after the instructions: the data; with a request to mend also the answer that was no good and what is wrong with it.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>The data of the request, JSON; empty when there are none.</summary>
    public string Data => Messages.Count == 0 ? "" : Messages[0];

    /// <summary>Whether an answer is to be mended.</summary>
    public bool IsMending => Messages.Count > 1;

    /// <summary>The name of the schema; null when none was sent.</summary>
    public string? SchemaName { get; init; }

    internal static FakeAssistantCall Read(int number, string body)
    {
        var json = JsonNode.Parse(body);
        var messages = json?["messages"]?.AsArray() ?? [];
        string[] contents = [.. messages.Select(message => message?["content"]?.GetValue<string>() ?? "")];
        return new()
        {
            Number = number,
            Body = body,
            Instructions = contents.FirstOrDefault() ?? "",
            Messages = [.. contents.Skip(1)],
            SchemaName = json?["response_format"]?["json_schema"]?["name"]?.GetValue<string>(),
        };
    }
}
