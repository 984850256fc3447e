using System.Globalization;
using System.Text.RegularExpressions;

namespace DrAivBot.Chaos.Reminders;

/// <summary>Which reminders arrived, when, and in which order.</summary>
internal sealed partial class ReminderBook(ReminderOptions options)
{
    private readonly Lock _gate = new();
    private readonly int[] _times = new int[options.Count];
    private readonly List<(int Place, DateTimeOffset At)> _first = [];
    private int _again;
    private int? _calm;

    /// <summary>When the first comes due.</summary>
    public DateTimeOffset Begin { get; set; }

    /// <summary>How many different ones arrived.</summary>
    public int Arrived
    {
        get
        {
            lock (_gate)
            {
                return _first.Count;
            }
        }
    }

    public void Hear(string text, DateTimeOffset now)
    {
        if (Reminder().Match(text) is not { Success: true } found)
        {
            return;
        }

        var place = int.Parse(found.Groups["place"].ValueSpan, CultureInfo.InvariantCulture);
        lock (_gate)
        {
            if (++_times[place] == 1)
            {
                _first.Add((place, now));
            }
            else
            {
                _again++;
            }
        }
    }

    /// <summary>Notes how many arrived before anything was broken.</summary>
    public void EndCalm()
    {
        lock (_gate)
        {
            _calm ??= _first.Count;
        }
    }

    public DateTimeOffset DueAt(int place) => Begin.AddSeconds(place * (double)options.Seconds / options.Count);

    /// <param name="apart">What counts as overtaken before anything was broken.</param>
    /// <param name="farApart">What counts as overtaken at any time.</param>
    public ReminderFigures Count(TimeSpan apart, TimeSpan farApart)
    {
        lock (_gate)
        {
            var overtaken = Overtakings();
            var late = _first.Select(arrival => arrival.At - DueAt(arrival.Place)).Order().ToList();
            return new()
            {
                Lost = options.Count - _first.Count,
                Again = _again,
                Early = late.Count(delay => delay < TimeSpan.Zero),
                OvertakenInCalm = overtaken.Take(_calm ?? _first.Count).Count(by => by > apart),
                Overtaken = overtaken.Count(by => by > apart),
                FarOvertaken = overtaken.Count(by => by > farApart),
                Median = late.Count == 0 ? default : late[late.Count / 2],
                Latest = late.Count == 0 ? default : late[^1],
            };
        }
    }

    /// <summary>By how much later a reminder was due that came before, for each in the order of arrival.</summary>
    private List<TimeSpan> Overtakings()
    {
        var (newest, found) = (Begin, new List<TimeSpan>());
        foreach (var due in _first.Select(arrival => DueAt(arrival.Place)))
        {
            found.Add(newest - due);
            newest = due > newest ? due : newest;
        }

        return found;
    }

    [GeneratedRegex(@"Reminder (?<place>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reminder();
}

/// <summary>What a run came to.</summary>
internal sealed record ReminderFigures
{
    public required int Lost { get; init; }

    /// <summary>Messages that were sent more than once.</summary>
    public required int Again { get; init; }

    /// <summary>Before they were due.</summary>
    public required int Early { get; init; }

    /// <summary>After one that was due clearly later, before a host was killed.</summary>
    public required int OvertakenInCalm { get; init; }

    /// <summary>The same at any time.</summary>
    public required int Overtaken { get; init; }

    /// <summary>After one that was due much later.</summary>
    public required int FarOvertaken { get; init; }

    public required TimeSpan Median { get; init; }

    public required TimeSpan Latest { get; init; }
}
