using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrAivBot.Delivery;

/// <summary>Writes a <see cref="Recipient"/> as its text, so that it can stand in sessions, payloads of jobs and events.</summary>
public sealed class RecipientJsonConverter : JsonConverter<Recipient>
{
    /// <inheritdoc/>
    public override Recipient Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Recipient.Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null)
        ?? throw new JsonException("A recipient is written as user:<id>, position:<id>, department:<number>, division:<number>, roles:<number> or company.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Recipient value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
