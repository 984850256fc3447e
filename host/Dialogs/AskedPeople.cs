using System.Globalization;
using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>
/// A question for several people, positions and units. Its part is the tab and what is searched for: <c>1иван</c>. Marking
/// and unmarking are different presses, so that a double tap does either only once.
/// </summary>
internal sealed class AskedPeople<TState>(string id, PeopleStep<TState> step, IServiceProvider? services)
    : AskedStep<TState>(id, step.QuestionKey, step.QuestionValues, step.LabelKey, step.When)
    where TState : class, new()
{
    private const int RowsPerPage = 8;
    private const int LongestSearch = 100;
    private const int NamesShown = 8;
    private const char Mark = '+';
    private const char Unmark = '-';
    private const char Tab = '#';

    /// <summary>The one who knows the company of the turn; asked for at the first use only, for the check at load has no services.</summary>
    private IRecipients Recipients => services!.GetRequiredService<IRecipients>();

    public override async ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken)
    {
        var (tab, search) = ReadPart(place?.Part);
        var page = await SearchAsync(tab, search, place?.Page ?? 0, cancellationToken);
        var chosen = step.Current(state);
        List<IReadOnlyList<Button>> rows = step.Kinds.Count > 1 ? [Tabs(turn, tab)] : [];
        rows.AddRange(page.Items.Select(IReadOnlyList<Button> (one) => [ToButton(one, chosen)]));
        if (page.Count > 1)
        {
            rows.Add([ToPage("‹", page, -1), ToPage(turn.Text.Get("core.page", ("page", page.Number + 1), ("pages", page.Count)), page, 0), ToPage("›", page, 1)]);
        }

        if (search.Length > 0)
        {
            rows.Add([Button.To(turn.Text.Get("core.dialog.people_all"), new DialogPress(Id, DialogOp.Choose, TabPress(tab)))]);
        }

        if (chosen.Count >= step.Min)
        {
            rows.Add([Button.To(turn.Text.Get("core.dialog.people_done", ("chosen", chosen.Count)), new DialogPress(Id, DialogOp.Keep, null))]);
        }

        return new() { Note = Note(turn, search, chosen, page.Items.Count == 0), Rows = rows, Page = page.Number };
    }

    /// <summary>What is typed is searched for.</summary>
    public override ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken)
    {
        var search = TypedText.OnOneLine(TypedText.Clean(text, multiLine: true));
        return ValueTask.FromResult(TypedText.Refuse(turn.Text, search, min: 1, LongestSearch, multiLine: false) is { } reason
            ? StepAnswer.Refused(reason)
            : StepAnswer.GoOn(new(0, Part(ReadPart(place.Part).Tab, search))));
    }

    public override async ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken) => choice switch
    {
        [Tab, var tab] when tab - '0' >= 0 && tab - '0' < step.Kinds.Count => Turn(ReadPart(place.Part), tab - '0'),
        [Mark, .. var one] when Find(one) is { } recipient => await MarkAsync(turn, state, place, recipient, cancellationToken),
        [Unmark, .. var one] when Find(one) is { } recipient => RemoveFrom(state, place, recipient),
        _ => StepAnswer.Outdated,
    };

    /// <summary>«Готово».</summary>
    public override async ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken)
    {
        var chosen = step.Current(state);
        var known = await FindKnownAsync(chosen, cancellationToken);
        if (known.Count != chosen.Count)
        {
            // Who left meanwhile goes from the list, and the user sees it before going on.
            step.Save(state, known);
            return StepAnswer.Outdated;
        }

        if (chosen.Count < step.Min)
        {
            return StepAnswer.Refused(turn.Text.Get("core.dialog.people_few", ("count", step.Min)));
        }

        step.Save(state, known);
        return StepAnswer.Accepted;
    }

    public override async ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken)
    {
        var chosen = step.Current(state);
        return chosen.Count < step.Min || (await FindKnownAsync(chosen, cancellationToken)).Count != chosen.Count;
    }

    private async ValueTask<StepAnswer> MarkAsync(ITurn turn, TState state, StepPlace place, Recipient recipient, CancellationToken cancellationToken)
    {
        var chosen = step.Current(state);
        if (chosen.Any(one => one.Recipient == recipient))
        {
            return StepAnswer.GoOn(place);
        }

        if (await Recipients.FindAsync([recipient], cancellationToken) is not [var found])
        {
            return StepAnswer.Outdated;
        }

        if (chosen.Count >= step.Max)
        {
            return StepAnswer.Refused(turn.Text.Get("core.dialog.people_many", ("count", step.Max)));
        }

        step.Save(state, [.. chosen, found]);
        return StepAnswer.GoOn(place);
    }

    /// <summary>A search goes along to another tab; the tab itself ends it.</summary>
    private static StepAnswer Turn((int Tab, string Search) from, int tab) =>
        StepAnswer.GoOn(new(0, Part(tab, from.Tab == tab ? "" : from.Search)));

    private StepAnswer RemoveFrom(TState state, StepPlace place, Recipient recipient)
    {
        step.Save(state, [.. step.Current(state).Where(one => one.Recipient != recipient)]);
        return StepAnswer.GoOn(place);
    }

    private async ValueTask<IReadOnlyList<NamedRecipient>> FindKnownAsync(IReadOnlyList<NamedRecipient> chosen, CancellationToken cancellationToken) =>
        chosen.Count == 0 ? [] : await Recipients.FindAsync([.. chosen.Select(one => one.Recipient)], cancellationToken);

    /// <summary>The page wanted, or the last one when the list has become shorter.</summary>
    private async ValueTask<Page<NamedRecipient>> SearchAsync(int tab, string search, int number, CancellationToken cancellationToken)
    {
        var wanted = Math.Clamp(number, 0, int.MaxValue / RowsPerPage);
        while (true)
        {
            var query = new RecipientQuery { Kind = step.Kinds[tab], Text = search, Skip = wanted * RowsPerPage, Take = RowsPerPage };
            var found = await Recipients.SearchAsync(query, cancellationToken);
            var count = Math.Max(1, (found.Total + RowsPerPage - 1) / RowsPerPage);
            if (wanted < count)
            {
                return new() { Items = found.Recipients, Number = wanted, Count = count };
            }

            wanted = count - 1;
        }
    }

    private static Markup Note(ITurn turn, string search, IReadOnlyList<NamedRecipient> chosen, bool isEmpty)
    {
        var names = string.Join(", ", chosen.Take(NamesShown).Select(Title));
        var all = chosen.Count > NamesShown ? turn.Text.Get("core.dialog.people_more", ("names", names), ("more", chosen.Count - NamesShown)) : names;
        return Markup.Paragraphs(
            turn.Text.GetMarkup(!isEmpty ? "core.dialog.people_about" : search.Length > 0 ? "core.dialog.people_nobody" : "core.dialog.no_choices"),
            search.Length > 0 ? turn.Text.GetMarkup("core.dialog.people_search", ("text", search)) : Markup.Empty,
            chosen.Count > 0 ? turn.Text.GetMarkup("core.dialog.people_chosen", ("names", all)) : Markup.Empty);
    }

    /// <summary>The other lists: a press on the one that shows would do nothing.</summary>
    private IReadOnlyList<Button> Tabs(ITurn turn, int tab) =>
    [
        .. step.Kinds.Select((kind, index) => (kind, index)).Where(other => other.index != tab).Select(other => Button.To(
            turn.Text.Get(TitleOf(other.kind)), new DialogPress(Id, DialogOp.Choose, TabPress(other.index)))),
    ];

    private Button ToButton(NamedRecipient one, IReadOnlyList<NamedRecipient> chosen)
    {
        var isChosen = chosen.Any(other => other.Recipient == one.Recipient);
        return Button.To((isChosen ? "✓ " : "") + Title(one), new DialogPress(Id, DialogOp.Choose, (isChosen ? Unmark : Mark) + Write(one.Recipient)));
    }

    private Button ToPage(string label, Page<NamedRecipient> page, int by) => Button.To(
        label, new DialogPress(Id, DialogOp.Page, FormattableString.Invariant($"{(page.Number + by + page.Count) % page.Count}")));

    /// <summary>A position and a unit are known by their numbers.</summary>
    private static string Title(NamedRecipient one) =>
        one.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number} · {one.Name}") : one.Name;

    private static string TitleOf(RecipientKind kind) => kind switch
    {
        RecipientKind.Position => "core.dialog.kind_posts",
        RecipientKind.Department => "core.dialog.kind_departments",
        RecipientKind.Division => "core.dialog.kind_divisions",
        _ => "core.dialog.kind_people",
    };

    private (int Tab, string Search) ReadPart(string? part) =>
        part is [var tab, .. var search] && tab - '0' >= 0 && tab - '0' < step.Kinds.Count ? (tab - '0', search) : (0, "");

    private static string Part(int tab, string search) => (char)('0' + tab) + search;

    private static string TabPress(int tab) => $"{Tab}{(char)('0' + tab)}";

    /// <summary>Short enough for a button: <c>u</c> and an id in 22 characters, <c>d3</c>.</summary>
    private static string Write(Recipient recipient) => recipient.Id is { } id
        ? (recipient.Kind == RecipientKind.User ? "u" : "p") + Convert.ToBase64String(id.ToByteArray())[..22]
        : recipient.ToString();

    private Recipient? Find(string text) => Parse(text) is { } recipient && step.Kinds.Contains(recipient.Kind) ? recipient : null;

    private static Recipient? Parse(string text)
    {
        if (text is not (['u' or 'p', .. { Length: 22 } id]))
        {
            return Recipient.Parse(text);
        }

        Span<byte> bytes = stackalloc byte[18];
        return Convert.TryFromBase64String(id + "==", bytes, out var written) && written == 16
            ? text[0] == 'u' ? Recipient.User(new(new Guid(bytes[..16]))) : Recipient.Position(new(new Guid(bytes[..16])))
            : null;
    }
}
