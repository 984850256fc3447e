using System.Globalization;
using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class MakeWish(WishTable table, WishesSettings settings, IOrganisation organisation) : IDialog<WishDraft>
{
    public void Define(IDialogSteps<WishDraft> steps) => steps
        .AskText("text", new()
        {
            QuestionKey = "wishes.ask.text",
            LabelKey = "wishes.label.text",
            MaxLength = settings.LongestWish,
            Validate = RefuseDoubleAsync,
            Save = (draft, text) => draft.Text = text,
            Current = draft => draft.Text,
        })
        .AskChoice("division", new()
        {
            QuestionKey = "wishes.ask.division",
            LabelKey = "wishes.label.division",
            Choices = async (_, _, token) => await DivisionsAsync(token),
            Save = (draft, division) => draft.Division = division,
            Current = draft => draft.Division,
        })
        .Review(new()
        {
            Summary = (turn, draft) => turn.Text.GetMarkup("wishes.review", ("text", draft.Text)),
            ConfirmKey = "wishes.confirm",
        });

    public async Task<Reply> CompleteAsync(ITurn turn, WishDraft state, CancellationToken cancellationToken)
    {
        var wish = new Wish(Guid.CreateVersion7(turn.StartedAt), state.Text, int.Parse(state.Division!, CultureInfo.InvariantCulture), Granted: false);
        await table.AddAsync(wish, cancellationToken);
        return Reply.GoTo(new WishPlace(wish.Id)).WithToast(turn.Text.Get("wishes.made"));
    }

    private async ValueTask<string?> RefuseDoubleAsync(ITurn turn, string text, CancellationToken cancellationToken) =>
        await table.ExistsAsync(text, cancellationToken) ? turn.Text.Get("wishes.double") : null;

    private async Task<IReadOnlyList<Choice>> DivisionsAsync(CancellationToken cancellationToken) =>
    [
        .. (await organisation.ListDivisionsAsync(cancellationToken)).Select(division => new Choice
        {
            Id = division.Number.ToString(CultureInfo.InvariantCulture),
            Label = $"{division.Emoji} {division.Name}",
        }),
    ];
}

public sealed class WishDraft
{
    public string Text { get; set; } = "";

    public string? Division { get; set; }
}
