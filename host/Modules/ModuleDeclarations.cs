using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Host.Database;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Routing;
using DrAivBot.Sessions;

namespace DrAivBot.Host.Modules;

/// <summary>What a module said in Register, before it is checked as a whole.</summary>
internal sealed class ModuleDeclarations
{
    /// <summary>Everything wrong so far, in words; a module with any is refused with all of them.</summary>
    public List<string> Problems { get; } = [];

    public List<DeclaredRoute> Routes { get; } = [];

    public List<(string Name, Type PlaceType, object Place)> Commands { get; } = [];

    public List<(string Prefix, Type PlaceType, Func<string, object> Place)> DeepLinks { get; } = [];

    public List<MenuItem> MenuItems { get; } = [];

    public Dictionary<string, CompanyRoles> Permissions { get; } = new(StringComparer.Ordinal);

    public List<(string Id, Type DialogType, Type StateType)> Dialogs { get; } = [];

    public List<(string Id, Type Type)> Slots { get; } = [];

    /// <summary>Version of what it keeps in sessions.</summary>
    public int SessionVersion { get; set; } = 1;

    /// <summary>Null when sessions never changed.</summary>
    public ISessionUpgrade? SessionUpgrade { get; set; }

    public List<DeclaredJob> Jobs { get; } = [];

    public List<(EventName Name, Type Type)> Events { get; } = [];

    /// <summary>Null when nothing of it waits at positions.</summary>
    public PositionItems? PositionItems { get; set; }

    public List<PersonalRows> PersonalRows { get; } = [];

    public List<JsonSerializerContext> Json { get; } = [];

    /// <summary>JSON by language; empty when the module declares no texts.</summary>
    public Dictionary<string, string> TextFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>Parsed from <see cref="TextFiles"/>; null until Register has returned.</summary>
    public TextCatalogue? Texts { get; set; }

    public List<MigrationScript> MigrationScripts { get; } = [];

    /// <summary>Holds the embedded texts and migrations.</summary>
    public required Assembly Assembly { get; init; }

    private bool IsClosed { get; set; }

    /// <summary>Source-generated metadata of a type; null when none of the contexts has it.</summary>
    public JsonTypeInfo? FindJson(Type type) =>
        Json.Select(context => context.GetTypeInfo(type)).FirstOrDefault(found => found is not null);

    public void Add(string problem) => Problems.Add(problem);

    public void Close() => IsClosed = true;

    public void EnsureOpen()
    {
        if (IsClosed)
        {
            throw new InvalidOperationException(
                "The module builder was used after Register returned. Declare everything inside Register and keep no reference to the builder.");
        }
    }
}
