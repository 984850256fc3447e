using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DrAivBot.Host.Sandbox;

/// <summary>
/// Reads multipart/form-data as Telegram does, not as the RFC asks: some clients send names without quotes, and file names
/// in plain UTF-8 without quotes, which the framework's own form reader refuses.
/// </summary>
internal static class MultipartBody
{
    private const int MaximumParts = 256;

    // Linear in the header, so that it needs no limit of time, which a busy machine would break.
    private static readonly Regex Parameters = new(
        """;\s*(?<name>[\w*-]+)\s*=\s*(?:"(?<quoted>(?:\\"|[^"])*)"|(?<plain>[^;]*))""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <exception cref="InvalidDataException">The body is no multipart body, or not a whole one.</exception>
    public static async Task ReadAsync(HttpRequest request, Action<string, string> field, Action<string, Upload> file, CancellationToken cancellationToken)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        if (boundary.Length == 0)
        {
            throw new InvalidDataException("the boundary is missing in the Content-Type header");
        }

        var reader = new MultipartReader(boundary, request.Body);
        try
        {
            for (var part = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; part++)
            {
                if (part == MaximumParts)
                {
                    throw new InvalidDataException($"more than {MaximumParts} parts");
                }

                using var bytes = new MemoryStream();
                await section.Body.CopyToAsync(bytes, cancellationToken);
                Take(section, bytes, field, file);
            }
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new InvalidDataException("it ends before its last boundary", e);
        }
    }

    private static void Take(MultipartSection section, MemoryStream bytes, Action<string, string> field, Action<string, Upload> file)
    {
        var disposition = section.ContentDisposition ?? "";
        if (Parameter(disposition, "name") is not { } name)
        {
            return;
        }

        if (FileName(disposition) is { } fileName)
        {
            file(name, new Upload(Path.GetFileName(fileName.Replace('\\', '/')), section.ContentType ?? "", bytes.ToArray()));
        }
        else
        {
            field(name, Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        }
    }

    private static string? FileName(string disposition)
    {
        var encoded = Parameter(disposition, "filename*");
        var mark = encoded?.IndexOf("''", StringComparison.Ordinal) ?? -1;
        return mark >= 0 ? Uri.UnescapeDataString(encoded![(mark + 2)..]) : Parameter(disposition, "filename");
    }

    private static string? Parameter(string disposition, string name)
    {
        foreach (Match match in Parameters.Matches(disposition))
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
                    : match.Groups["plain"].Value.Trim();
            }
        }

        return null;
    }
}
