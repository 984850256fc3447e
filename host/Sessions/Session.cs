using System.Security.Cryptography;
using System.Text.Json;

namespace DrAivBot.Host.Sessions;

/// <summary>A user's session while a turn holds its row lock.</summary>
internal sealed class Session
{
    /// <summary>How long a session lasts after the user's last act.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Screen numbers stay below this, so that they fit into callback data; the number itself stands for no screen.</summary>
    public const int ScreenNumberLimit = (1 << 26) - 1;

    private const int HistoryLimit = 20;

    private Session(SessionData data) => Data = data;

    public SessionData Data { get; }

    /// <summary>Whether the session before this one ended with a dialog unfinished, which the user should hear about.</summary>
    public bool FollowsUnfinished { get; private init; }

    /// <summary>
    /// A new session. Its screen numbers start at random, so that a button of an expired session is outdated rather than
    /// mistaken for one of the new.
    /// </summary>
    public static Session Begin() => new(new() { ScreenNumber = RandomNumberGenerator.GetInt32(ScreenNumberLimit) });

    /// <summary>A new session after a stored one that ended.</summary>
    public static Session BeginAfter(string ended) =>
        new(Begin().Data) { FollowsUnfinished = Read(ended).Data.Dialog is not null };

    /// <summary>Reads a stored session; one that cannot be read counts as ended.</summary>
    public static Session Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SessionJson.Default.SessionData) is { } data ? new(data) : Begin();
        }
        catch (JsonException)
        {
            return Begin();
        }
    }

    /// <summary>Begins a new screen: the buttons of the one before are outdated from now on.</summary>
    public int NextScreen(DateTimeOffset now)
    {
        Data.ScreenNumber = (Data.ScreenNumber + 1) % ScreenNumberLimit;
        Data.DrawnAt = now;
        Data.Tokens = [];
        return Data.ScreenNumber;
    }

    public string Write() => JsonSerializer.Serialize(Data, SessionJson.Plain.SessionData);

    /// <summary>Moves to a place; the one left goes on the way back, unless both are pages of one list.</summary>
    public void MoveTo(StoredPlace place, bool isSamePlace)
    {
        if (!isSamePlace && Data.Place is { } left)
        {
            Data.History.Add(left);
        }

        var seen = Data.History.FindIndex(known => known == place);
        if (seen >= 0)
        {
            Data.History.RemoveRange(seen, Data.History.Count - seen);
        }

        if (Data.History.Count > HistoryLimit)
        {
            Data.History.RemoveAt(0);
        }

        Data.Place = place;
        Data.IsOverlaid = false;
        Data.Dialog = null;
    }

    /// <summary>Goes to the main menu, from where nothing leads back.</summary>
    public void MoveHome()
    {
        Data.Place = null;
        Data.History.Clear();
        Data.IsOverlaid = false;
        Data.Dialog = null;
    }

    /// <summary>Lets go of whatever belongs to the company that the person leaves for another.</summary>
    public void LeaveCompany()
    {
        MoveHome();
        Data.Slots.Clear();
        Data.Versions = null;
        Data.Tokens.Clear();
        Data.HasSeveralCompanies = null;
    }

    /// <summary>Goes one place back.</summary>
    public void MoveBack()
    {
        Data.Dialog = null;
        if (Data.IsOverlaid)
        {
            Data.IsOverlaid = false;
            return;
        }

        if (Data.History.Count == 0)
        {
            Data.Place = null;
            return;
        }

        Data.Place = Data.History[^1];
        Data.History.RemoveAt(Data.History.Count - 1);
    }
}
