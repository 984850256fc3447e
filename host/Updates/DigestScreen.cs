using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Notifications;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Updates;

/// <summary>Everything that a digest stands for, with the ways to the places the notifications are about.</summary>
internal sealed class DigestScreen : IScreen<DigestPlace>
{
    private const int PageSize = 5;

    private const string List = """
        select parts[1], place, place_label, count(*) over () from core.notifications
        where digest_id = $1 and user_id = $2 order by number limit $3 offset $4
        """;

    public async Task<Reply> ShowAsync(ITurn turn, DigestPlace place, CancellationToken cancellationToken)
    {
        var state = ((ModuleTurn)turn).State;
        var page = Math.Clamp(place.Page, 0, 10_000);
        await using var reader = await state.Database.CreateHostBatch()
            .Add(List, Sql.Value(place.Id), Sql.Value(state.User.Id), Sql.Value(PageSize), Sql.Value(page * PageSize))
            .ReadAsync(cancellationToken);
        var (texts, buttons, count) = (new List<Markup>(), new List<Button>(), 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(TextOf(reader.GetString(0)));
            buttons.AddRange(ButtonTo(state, Sql.TextOrNull(reader, 1), Sql.TextOrNull(reader, 2)));
            count = (int)reader.GetInt64(3);
        }

        return count == 0 ? Reply.NotFound : Reply.Show(Draw(turn, new(place.Id, page), texts, buttons, count));
    }

    private static Screen Draw(ITurn turn, DigestPlace place, IReadOnlyList<Markup> texts, IEnumerable<Button> buttons, int count)
    {
        var pages = (count + PageSize - 1) / PageSize;
        var screen = new Screen { Body = Markup.Paragraphs([turn.Text.GetMarkup("core.digest.title", ("count", count)), .. texts]) }.WithColumn(buttons);
        return pages == 1
            ? screen
            : screen.WithRow(
                Button.To("‹", place with { Page = (place.Page + pages - 1) % pages }),
                Button.To($"{place.Page + 1}/{pages}", place),
                Button.To("›", place with { Page = (place.Page + 1) % pages }));
    }

    /// <summary>So much of a notification that five fit into one screen.</summary>
    private static Markup TextOf(string part) => JsonSerializer.Deserialize(part, OutgoingJson.Plain.Outgoing)?.Screen is { } screen
        ? Markup.FromTrustedHtml(HtmlSplit.Split(screen.Html, HtmlSplit.MaxText / (PageSize + 1))[0])
        : Markup.Plain("📎");

    private static IEnumerable<Button> ButtonTo(TurnState state, string? place, string? label) =>
        place is { Length: >= 4 } && label is not null
        && state.Routes.TryFindByTag(place[..4], out var route)
        && state.CanUse(route)
        && route.Shape.TryDecode(place[4..], out var data)
            ? [new Button { Label = label, Press = data }]
            : [];
}
