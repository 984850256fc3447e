namespace DrAivBot.Host.Delivery;

/// <summary>
/// Takes what is too much for one message apart into several. Each becomes a row of the outbox of its own, so that a
/// failure repeats only what did not arrive.
/// </summary>
internal static class OutgoingParts
{
    private const int MaxAlbum = 10;

    /// <summary>Whether it is more than one message; cheap, as nearly all are one.</summary>
    public static bool AreNeeded(Outgoing whole) => whole is { Files: not null } or { Screen: { IsNotice: true, Html.Length: > HtmlSplit.MaxText } };

    /// <summary>The messages in their order; only the last has buttons.</summary>
    public static IReadOnlyList<Outgoing> Of(Outgoing whole)
    {
        if (whole.Files is not { Count: > 0 } files)
        {
            return whole.Screen is { IsNotice: true } long_ && long_.Html.Length > HtmlSplit.MaxText ? SplitText(whole) : [whole];
        }

        List<OutgoingFile[]> albums = [.. files.GroupBy(file => file.IsPhoto).OrderByDescending(kind => kind.Key).SelectMany(kind => kind.Chunk(MaxAlbum))];
        if (whole.Screen is { IsNotice: true } caption && albums.Count == 1 && HtmlSplit.Fits(caption.Html, HtmlSplit.MaxCaption) && (albums[0].Length == 1 || caption.Rows.Count == 0))
        {
            return [whole];
        }

        // An album has no buttons, and a live screen must stay a text: so the text follows the files.
        var parts = albums.Select(album => new Outgoing { Files = album }).ToList();
        parts[0] = parts[0] with { CallbackId = whole.CallbackId, Toast = whole.Toast };
        return whole.Screen is null ? parts : [.. parts, .. Of(new Outgoing { Screen = whole.Screen with { EditMessageId = null } })];
    }

    private static List<Outgoing> SplitText(Outgoing whole)
    {
        var screen = whole.Screen!;
        var pieces = HtmlSplit.Split(screen.Html, HtmlSplit.MaxText);
        return
        [
            .. pieces.Select((piece, i) => new Outgoing
            {
                CallbackId = i == 0 ? whole.CallbackId : null,
                Toast = i == 0 ? whole.Toast : null,
                Screen = screen with { Html = piece, Rows = i == pieces.Count - 1 ? screen.Rows : [], EditMessageId = i == 0 ? screen.EditMessageId : null },
            }),
        ];
    }
}
