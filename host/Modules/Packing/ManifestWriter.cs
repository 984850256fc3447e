using System.Text.Encodings.Web;
using System.Text.Json;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Modules.Packing;

/// <summary>Writes module.json: the same manifest, the same bytes.</summary>
internal static class ManifestWriter
{
    public static async Task<byte[]> WriteAsync(PackageManifest manifest)
    {
        await using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", PackageManifest.Format);
            json.WriteString("id", manifest.Id);
            json.WriteString("version", manifest.Version.ToString());
            json.WriteStartObject("contracts");
            json.WriteString("min", manifest.Contracts.Min.ToString());
            json.WriteString("max", manifest.Contracts.Max);
            json.WriteEndObject();
            json.WriteString("framework", manifest.Framework);
            json.WriteString("main", manifest.Main);
            json.WriteStartObject("files");
            foreach (var (name, hash) in manifest.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, hash);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
