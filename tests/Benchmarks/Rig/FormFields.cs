using System.Text.Json;

namespace DrAivBot.Rig;

/// <summary>Reads what a library sends in another form than JSON, and calls that are rare.</summary>
internal static class FormFields
{
    /// <summary>Top-level scalar fields of a JSON, urlencoded or multipart body, plus the query string. Not on the hot path.</summary>
    public static Dictionary<string, string> Read(ReadOnlySpan<byte> body, ReadOnlySpan<byte> query)
    {
        var fields = new Dictionary<string, string>();
        void Form(string text)
        {
            foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var kv = pair.Split('=', 2);
                fields[kv[0]] = kv.Length > 1 ? Uri.UnescapeDataString(kv[1].Replace('+', ' ')) : "";
            }
        }
        Form(System.Text.Encoding.UTF8.GetString(query));
        if (body.Length > 0 && body[0] == '{')
        {
            var r = new Utf8JsonReader(body);
            r.Read();
            while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
            {
                string name = r.GetString()!;
                r.Read();
                if (r.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) { r.Skip(); }
                else
                {
                    fields[name] = r.TokenType == JsonTokenType.String ? r.GetString()! : System.Text.Encoding.UTF8.GetString(r.ValueSpan);
                }
            }
        }
        else if (body.StartsWith("--"u8))
        {
            var text = System.Text.Encoding.UTF8.GetString(body);
            foreach (var part in text.Split(text[..text.IndexOf("\r\n", StringComparison.Ordinal)], StringSplitOptions.RemoveEmptyEntries))
            {
                int gap = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                int name = part.IndexOf("name=", StringComparison.Ordinal);
                if (gap < 0 || name < 0)
                {
                    continue;
                }

                var key = part[(name + 5)..gap].TrimStart('"');
                fields[key.Split(["\"", "\r", ";", " "], 2, StringSplitOptions.None)[0]] = part[(gap + 4)..].TrimEnd('\r', '\n', '-');
            }
        }
        else
        {
            Form(System.Text.Encoding.UTF8.GetString(body));
        }
        return fields;
    }
}
