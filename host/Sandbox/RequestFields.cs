using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace DrAivBot.Host.Sandbox;

/// <summary>The parameters of one call, whichever way a client sent them: query, form, multipart or JSON, scalars as strings or not.</summary>
internal sealed class RequestFields
{
    private readonly Dictionary<string, JsonNode?> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Upload> uploads = new(StringComparer.Ordinal);

    public static RequestFields From(JsonObject parameters)
    {
        var fields = new RequestFields();
        foreach (var (name, value) in parameters)
        {
            fields.values[name] = value?.DeepClone();
        }

        return fields;
    }

    public static async Task<RequestFields> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields();
        foreach (var (name, value) in request.Query)
        {
            fields.values[name] = value.ToString();
        }

        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            await MultipartBody.ReadAsync(
                request, (name, value) => fields.values[name] = value, (name, file) => fields.uploads[name] = file, cancellationToken);
        }
        else if (request.HasFormContentType)
        {
            await fields.ReadFormAsync(request, cancellationToken);
        }
        else if (request.HasJsonContentType())
        {
            await fields.ReadJsonAsync(request, cancellationToken);
        }

        return fields;
    }

    public string? Text(string name) => values.GetValueOrDefault(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        { } other => Wire.Write(other),
    };

    public long? Integer(string name) => values.GetValueOrDefault(name).Number();

    public bool Flag(string name) => values.GetValueOrDefault(name).Truth();

    /// <summary>A structured parameter: an object or array as such, or the same as JSON text. Null when missing or empty.</summary>
    public JsonNode? Json(string name)
    {
        var node = values.GetValueOrDefault(name);
        if (node.String() is not { } text)
        {
            return node;
        }

        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : Wire.Parse(text);
        }
        catch (JsonException)
        {
            throw BotApiException.BadRequest($"can't parse {Spoken(name)} JSON object");
        }
    }

    public Upload? Upload(string name) => uploads.GetValueOrDefault(name);

    /// <summary>What the call log shows: no secrets, no file contents.</summary>
    public JsonObject ForLog()
    {
        var shown = new JsonObject();
        foreach (var (name, value) in values)
        {
            var text = value.String();
            shown[name] = name == "secret_token" ? "(hidden)" : text is { Length: > 8_000 } ? text[..8_000] + "…" : value?.DeepClone();
        }

        foreach (var (name, upload) in uploads)
        {
            shown[name] = $"(file {upload.Name}, {upload.Bytes.Length} bytes)";
        }

        return shown;
    }

    private static string Spoken(string name) => name switch
    {
        "reply_markup" => "reply keyboard markup",
        "reply_parameters" => "reply parameters",
        _ => name,
    };

    private async Task ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in await request.ReadFormAsync(new FormOptions { ValueLengthLimit = 1 << 22 }, cancellationToken))
        {
            values[name] = value.ToString();
        }
    }

    private async Task ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        if (bytes.Length == 0)
        {
            return;
        }

        try
        {
            var body = Wire.Parse(bytes.ToArray()) as JsonObject ?? throw new JsonException("not an object");
            foreach (var (name, value) in body)
            {
                values[name] = value?.DeepClone();
            }
        }
        catch (JsonException)
        {
            throw BotApiException.BadRequest("can't parse JSON-encoded request body: an object with the method's parameters is expected");
        }
    }
}
