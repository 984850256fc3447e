using System.Text.Json.Nodes;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Sessions;

namespace DrAivBot.TestPlugins.Live;

public sealed class AskAction : IAction<Ask>
{
    public Task<Reply> ActAsync(ITurn turn, Ask press, CancellationToken cancellationToken)
    {
#if NEXT
        turn.SetSlot(new Visits { Seen = [.. turn.GetSlot<Visits>().Seen, "new"] });
#else
        turn.SetSlot(new Visits { Seen = turn.GetSlot<Visits>().Seen + 1 });
#endif
        return Task.FromResult(Reply.Begin<AskThing, Thing>(new Thing()));
    }
}

#if NEXT
/// <summary>The name became an object, and the step is called otherwise.</summary>
public sealed class Thing
{
    public ThingName Name { get; set; } = new();

    public string Size { get; set; } = "";
}

public sealed class ThingName
{
    public string Text { get; set; } = "";
}

public sealed class LiveUpgrade : ISessionUpgrade
{
    public SessionPart? Upgrade(SessionPart part, int version)
    {
        var json = JsonNode.Parse(part.Json)!;
        if (part.Kind == SessionPartKind.Slot)
        {
            return part with { Json = new JsonObject { ["seen"] = new JsonArray([.. Enumerable.Range(0, json["seen"]!.GetValue<int>()).Select(_ => JsonValue.Create("old"))]) }.ToJsonString() };
        }

        var name = json["name"]!.GetValue<string>();
        if (name == "impossible")
        {
            throw new InvalidDataException("Told to throw.");
        }

        return part with { Json = new JsonObject { ["name"] = new JsonObject { ["text"] = name } }.ToJsonString(), Step = part.Step == "size" ? "extent" : part.Step };
    }
}
#else
public sealed class Thing
{
    public string Name { get; set; } = "";

    public string Size { get; set; } = "";
}
#endif

public sealed class AskThing(TicksTable table) : IDialog<Thing>
{
    public void Define(IDialogSteps<Thing> steps)
    {
        steps.AskText("name", new TextStep<Thing>
        {
            QuestionKey = "live.ask.name",
            LabelKey = "live.label.name",
#if NEXT
            Save = (thing, text) => thing.Name.Text = text,
#else
            Save = (thing, text) => thing.Name = text,
#endif
        });
#if NEXT
        steps.AskText("extent", new TextStep<Thing>
#else
        steps.AskText("size", new TextStep<Thing>
#endif
        {
            QuestionKey = "live.ask.size",
            LabelKey = "live.label.size",
            Save = (thing, text) => thing.Size = text,
        });
    }

    public async Task<Reply> CompleteAsync(ITurn turn, Thing state, CancellationToken cancellationToken)
    {
#if NEXT
        await table.AddAsync($"{state.Name.Text} of {state.Size}, visits {string.Join('+', turn.GetSlot<Visits>().Seen)}", cancellationToken);
#else
        await table.AddAsync($"{state.Name} of {state.Size}, visits {turn.GetSlot<Visits>().Seen}", cancellationToken);
#endif
        return Reply.GoTo(new Board());
    }
}
