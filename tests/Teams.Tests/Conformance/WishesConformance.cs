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

    protected override async Task PrepareAsync(TestHost host, ChatUser owner)
    {
        await owner.SayAsync("/wishes");
        await owner.PressAsync("Make a wish");
        await owner.SayAsync("A bicycle stand");
        await owner.PressAsync("Finance");
        await owner.PressAsync("Send");
    }
}
