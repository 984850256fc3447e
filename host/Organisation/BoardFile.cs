using System.Text.Json.Serialization;

namespace DrAivBot.Host.Organisation;

/// <summary>The shape of <c>orgboard.json</c>; what the host does not use is left unread.</summary>
internal sealed record BoardFile
{
    public required IReadOnlyList<int> BoardOrder { get; init; }

    public required IReadOnlyList<BoardDivision> Divisions { get; init; }
}

[JsonSerializable(typeof(BoardFile))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
internal sealed partial class BoardJson : JsonSerializerContext;
