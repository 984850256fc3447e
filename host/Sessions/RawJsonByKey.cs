using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrAivBot.Host.Sessions;

/// <summary>
/// JSON inside JSON, written as it is instead of as a text in quotation marks, which would escape every mark in it. Reads
/// the latter too.
/// </summary>
internal sealed class RawJsonByKey : JsonConverter<Dictionary<string, string>>
{
    public override Dictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = new Dictionary<string, string>();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The values must be an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                values[key] = reader.GetString()!;
                continue;
            }

            using var value = JsonDocument.ParseValue(ref reader);
            values[key] = value.RootElement.GetRawText();
        }

        return values;
    }

    public override void Write(Utf8JsonWriter writer, Dictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, json) in value)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(json, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }
}
