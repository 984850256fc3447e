using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DrAivBot.Assistant;

namespace DrAivBot.Host.Assistant;

/// <summary>A request as it may leave: what names people is taken out.</summary>
internal sealed class MaskedRequest
{
    /// <summary>Names twice in one object would be one thing for the check and another for the module.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Readable letters cost a model a fraction of escaped ones, and no page shows this.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AssistantRequest _request;
    private readonly Masking _masking;

    /// <exception cref="ArgumentException">The data are no JSON.</exception>
    public MaskedRequest(AssistantRequest request, AnswerSchema schema, Masking masking)
    {
        (_request, _masking, Schema) = (request, masking, schema);
        Instructions = AssistantRules.Before(masking.OfInstructions(request.Instructions), masking.Words);
        Data = MaskData(request.Data, masking);
    }

    public string Instructions { get; }

    public string Data { get; }

    public AnswerSchema Schema { get; }

    public string SchemaName => _request.SchemaName;

    public int MostTokens => _request.MostTokens;

    /// <returns>What is wrong with an answer, for the model; null when it can be used.</returns>
    public string? FindFault(string content)
    {
        var fault = FindFaultOfForm(content) ?? _request.Check?.Invoke(content);
        return fault is null ? null : _masking.OfInstructions(fault);
    }

    private string? FindFaultOfForm(string content)
    {
        try
        {
            using var answer = JsonDocument.Parse(content, Strict);
            return Schema.FindFault(answer.RootElement);
        }
        catch (JsonException)
        {
            return "It is no JSON.";
        }
    }

    private static string MaskData(string data, Masking masking)
    {
        try
        {
            using var document = JsonDocument.Parse(data);
            var masked = new ArrayBufferWriter<byte>();
            Write(document.RootElement, masked, masking);
            return Encoding.UTF8.GetString(masked.WrittenSpan);
        }
        catch (JsonException broken)
        {
            throw new ArgumentException($"{nameof(AssistantRequest)}.{nameof(AssistantRequest.Data)} is no JSON: write it with JsonSerializer.", nameof(data), broken);
        }
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> masked, Masking masking)
    {
#pragma warning disable MA0045 // It writes to memory: nothing waits.
        using var writer = new Utf8JsonWriter(masked, Readable);
#pragma warning restore MA0045
        Write(value, writer, masking);
    }

    private static void Write(JsonElement value, Utf8JsonWriter writer, Masking masking)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, writer, masking);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, writer, masking);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when !value.TryGetGuid(out _):
                writer.WriteStringValue(masking.OfData(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
