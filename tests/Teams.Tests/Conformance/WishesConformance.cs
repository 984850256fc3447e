using System.Text.Json.Nodes;
using DrAivBot.Testing;

namespace DrAivBot.Teams.Tests.Conformance;

/// <summary>The module of the guide keeps to everything.</summary>
public sealed class WishesConformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => new()
    {
        Id = "wishes",
        Path = Path.Combine(Path.GetDirectoryName(TestModule.Plugin("Good", "good").Path)!, "../Guide/DrAivBot.Wishes.dll"),
        Settings = new JsonObject { ["longestWish"] = 40 },
    };

    /// <summary>Each wish makes screens of its own, so a crawl never runs out of them.</summary>
    protected override int MostPresses => 100;

    protected override async Task PrepareAsync(TestHost host, ChatUser owner)
    {
        await owner.SayAsync("/wishes");
        await owner.PressAsync("Make a wish");
        await owner.SayAsync("A bicycle stand");
        await owner.PressAsync("Finance");
        await owner.PressAsync("Send");
    }
}
