using System.Text.Json.Serialization;
using DrAivBot.Jobs;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.Live;

/// <summary>
/// What a module can have that could keep it in memory: async handlers, services of its own, source-generated JSON, a
/// private Dapper, a periodic timer, jobs and an event. Settings make it fail at each stage of its life.
/// </summary>
public sealed class LiveModule : IBotModule
{
#if NEXT
    public const int Number = 2;
#else
    public const int Number = 1;
#endif

    public ModuleManifest Manifest { get; } = new() { Id = "live", Version = new Version(Number, 0) };

    public void Register(IModuleBuilder module)
    {
        var settings = module.GetSettings(LiveJson.Default.LiveSettings);
        if (settings.Then == "throw")
        {
            throw new InvalidDataException("Told to throw.");
        }

        if (settings.Then == "hang")
        {
            Thread.Sleep(TimeSpan.FromSeconds(8));
        }

        if (settings.Then == "leak")
        {
            AppDomain.CurrentDomain.ProcessExit += Leaks.OnExit;
        }

        module.AddTexts().AddMigrations(settings.Then == "migrate" ? "Broken" : "Migrations").AddJson(LiveJson.Default);
        module.Services.AddSingleton(settings).AddSingleton<Ticker>().AddScoped<TicksTable>();
        module.AddDialog<AskThing, Thing>("thing");
        module.AddSessionSlot<Visits>("visits");
        module.Routes.Screen<Open, OpenScreen>().AllowGuests();
        module.Routes.Screen<Board, BoardScreen>();
        module.Routes.Action<Tick, TickAction>();
        module.Routes.Action<Ask, AskAction>();
#if NEXT
        module.AddSessionUpgrade<LiveUpgrade>(2);
#else
        module.Routes.Action<Old, OldAction>();
#endif
        module.Routes.Command(settings.Then == "clash" ? "hello" : "board", new Board());
        if (settings.Then == "lost")
        {
            module.Routes.Command("lost", new Lost());
        }

        module.Routes.DeepLink("live_", _ => new Open());
        module.Routes.DeepLink("tick_", text => new Board(text));
        module.AddMenuItem(new MenuItem { TextKey = "live.menu.board", Place = new Board() });
        module.AddJob<WriteLater, Later>("later");
        module.AddLongJob<WriteLong, Longer>("longer", new() { Deadline = TimeSpan.FromMinutes(2) });
        module.AddEvent<Ticked>("live.ticked", 1);
        module.AddEventHandler<OnTicked, Ticked>("live.ticked", 1);
    }
}

public sealed class LiveSettings
{
    /// <summary>throw, hang, migrate, clash, lost, leak, stuck: how it fails; empty: it does not.</summary>
    public string Then { get; set; } = "";

    public string Word { get; set; } = "board";
}

public sealed class Later
{
    public string Text { get; set; } = "";
}

public sealed class Longer
{
    public string Text { get; set; } = "";

    public int Milliseconds { get; set; }
}

public sealed class Ticked
{
    public string Text { get; set; } = "";
}

public sealed class Visits
{
#if NEXT
    public List<string> Seen { get; set; } = [];
#else
    public int Seen { get; set; }
#endif
}

[JsonSerializable(typeof(LiveSettings))]
[JsonSerializable(typeof(Later))]
[JsonSerializable(typeof(Longer))]
[JsonSerializable(typeof(Ticked))]
[JsonSerializable(typeof(Thing))]
[JsonSerializable(typeof(Visits))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
public sealed partial class LiveJson : JsonSerializerContext;
