using System.Text.Json.Nodes;
using DrAivBot.Sessions;

namespace DrAivBot.Wishes;

/// <summary>In the first version the text of a draft was called "wish".</summary>
public sealed class WishesUpgrade : ISessionUpgrade
{
    public SessionPart? Upgrade(SessionPart part, int version)
    {
        if (part is not { Kind: SessionPartKind.Dialog, Id: "make" } || JsonNode.Parse(part.Json) is not JsonObject draft || !draft.Remove("wish", out var text))
        {
            return part;
        }

        draft["text"] = text;
        return part with { Json = draft.ToJsonString() };
    }
}
