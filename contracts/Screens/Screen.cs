namespace DrAivBot.Screens;

/// <summary>
/// What a user sees at one place: a text and rows of buttons. The host adds «◀️ Back» and «🏠 Menu», edits the user's
/// live message in place or sends a new one, and cuts a text of more than 4096 characters at a line with «…».
/// </summary>
public sealed record Screen
{
    /// <summary>The text. Must not be empty.</summary>
    public required Markup Body { get; init; }

    /// <summary>
    /// Rows of buttons from the top, without navigation. At most 8 buttons a row and 90 in all; more is an error of the
    /// module. Empty by default.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Button>> Rows { get; init; } = [];

    /// <summary>The same screen with one more row.</summary>
    /// <param name="buttons">The buttons of the row, from the left; none adds nothing.</param>
    /// <returns>A new screen.</returns>
    public Screen WithRow(params IReadOnlyList<Button> buttons) =>
        buttons.Count == 0 ? this : this with { Rows = [.. Rows, buttons] };

    /// <summary>The same screen with a row for each button.</summary>
    /// <param name="buttons">The buttons, from the top.</param>
    /// <returns>A new screen.</returns>
    public Screen WithColumn(IEnumerable<Button> buttons) =>
        this with { Rows = [.. Rows, .. buttons.Select(IReadOnlyList<Button> (button) => [button])] };

    /// <summary>The same screen with more rows, such as those of a <see cref="MonthGrid"/>.</summary>
    /// <param name="rows">The rows, from the top.</param>
    /// <returns>A new screen.</returns>
    public Screen WithRows(IEnumerable<IReadOnlyList<Button>> rows) => this with { Rows = [.. Rows, .. rows] };

    /// <summary>The same screen with one page of a list, a row an item, and «‹ 2/5 ›» when there is more than one page.</summary>
    /// <typeparam name="TItem">An item of the list.</typeparam>
    /// <typeparam name="TPlace">The place that shows a page.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="item">The button of an item.</param>
    /// <param name="turnTo">The place that shows the page of this number, counted from 0.</param>
    /// <returns>A new screen.</returns>
    public Screen WithPage<TItem, TPlace>(Page<TItem> page, Func<TItem, Button> item, Func<int, TPlace> turnTo)
        where TPlace : struct
    {
        var screen = WithColumn(page.Items.Select(item));
        if (page.Count <= 1)
        {
            return screen;
        }

        var previous = Button.To("‹", turnTo((page.Number + page.Count - 1) % page.Count));
        var here = Button.To($"{page.Number + 1}/{page.Count}", turnTo(page.Number));
        return screen.WithRow(previous, here, Button.To("›", turnTo((page.Number + 1) % page.Count)));
    }
}
