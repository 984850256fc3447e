using System.Runtime.Serialization;
using Component = Ical.Net.CalendarComponents.CalendarEvent;

namespace DrAivBot.Planner.Ics;

/// <summary>The events of a calendar file. One that cannot be read does not take the others with it.</summary>
internal sealed record IcsFile
{
    private const string Begin = "BEGIN:VEVENT";
    private const string End = "END:VEVENT";
    private const string Title = "SUMMARY";

    public required IReadOnlyList<Component> Events { get; init; }

    /// <summary>What the events are called that the library does not read; null for those without a name.</summary>
    public IReadOnlyList<string?> Unreadable { get; init; } = [];

    public int Count => Events.Count + Unreadable.Count;

    /// <param name="text">With its lines unfolded.</param>
    /// <returns>Null for what is no calendar file, or one of which nothing can be told apart.</returns>
    public static IcsFile? Load(string text)
    {
        if (!text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Read(text) is { } events ? new() { Events = events } : LoadEach(text);
    }

    /// <summary>The library reads a file as a whole or not at all, so each event is made a file of its own.</summary>
    private static IcsFile? LoadEach(string text)
    {
        if (Split(text) is not { Count: > 0 } blocks)
        {
            return null;
        }

        if (blocks.Count > IcsReader.MaxEvents)
        {
            return new() { Events = [], Unreadable = [.. blocks.Select(_ => (string?)null)] };
        }

        var (events, unreadable) = (new List<Component>(), new List<string?>());
        foreach (var block in blocks)
        {
            if (Read($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Join("\r\n", block)}\r\nEND:VCALENDAR\r\n") is { } read)
            {
                events.AddRange(read);
            }
            else
            {
                unreadable.Add(TitleOf(block));
            }
        }

        return new() { Events = events, Unreadable = unreadable };
    }

    private static List<Component>? Read(string text)
    {
        try
        {
            return Ical.Net.Calendar.Load(text) is { } calendar ? [.. calendar.Events] : null;
        }
        catch (Exception broken) when (broken is SerializationException or FormatException or ArgumentException or OverflowException)
        {
            // What the library throws at files that are none.
            return null;
        }
    }

    /// <summary>The lines of each event; null where one begins within another or does not end.</summary>
    private static List<List<string>>? Split(string text)
    {
        var (blocks, current) = (new List<List<string>>(), (List<string>?)null);
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (line.Equals(Begin, StringComparison.OrdinalIgnoreCase))
            {
                if (current is not null)
                {
                    return null;
                }

                current = [];
            }

            current?.Add(line);
            if (current is not null && line.Equals(End, StringComparison.OrdinalIgnoreCase))
            {
                blocks.Add(current);
                current = null;
            }
        }

        return current is null ? blocks : null;
    }

    private static string? TitleOf(List<string> block) => block
        .Where(line => line.StartsWith(Title, StringComparison.OrdinalIgnoreCase) && line.Length > Title.Length && line[Title.Length] is ':' or ';')
        .Select(line => line.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? Plain(line[(colon + 1)..]) : null)
        .FirstOrDefault();

    /// <summary>Without the marks that a file puts before commas, semicolons and line ends.</summary>
    private static string Plain(string value) => value
        .Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
