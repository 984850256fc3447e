using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrAivBot.Host.Sessions;

/// <summary>What the column <c>data</c> of a session holds, as JSON.</summary>
internal sealed class SessionData
{
    /// <summary>Number of the screen last drawn; buttons of any other are outdated.</summary>
    public int ScreenNumber { get; set; }

    /// <summary>When the screen was last drawn.</summary>
    public DateTimeOffset DrawnAt { get; set; }

    /// <summary>Where the user is; null at the main menu.</summary>
    public StoredPlace? Place { get; set; }

    /// <summary>Where «Back» leads, the nearest last.</summary>
    public List<StoredPlace> History { get; set; } = [];

    /// <summary>Whether an act showed a screen of its own over the place.</summary>
    public bool IsOverlaid { get; set; }

    /// <summary>The dialog that waits for an answer.</summary>
    public StoredDialog? Dialog { get; set; }

    /// <summary>What modules keep, as JSON, by <c>module.slot</c>.</summary>
    [JsonConverter(typeof(RawJsonByKey))]
    public Dictionary<string, string> Slots { get; set; } = [];

    /// <summary>Version of what a module keeps here, where it is not 1; null for none.</summary>
    public Dictionary<string, int>? Versions { get; set; }

    /// <summary>Whether the person belongs to several companies; null until somebody asks.</summary>
    public bool? HasSeveralCompanies { get; set; }

    /// <summary>Payloads of the buttons of the current screen that do not fit into callback data.</summary>
    public Dictionary<string, string> Tokens { get; set; } = [];
}

/// <summary>Source-generated JSON of sessions.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SessionData))]
internal sealed partial class SessionJson : JsonSerializerContext
{
    /// <summary>Leaves Cyrillic letters and quotation marks as they are: it goes to the database, not into a page.</summary>
    public static SessionJson Plain { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
