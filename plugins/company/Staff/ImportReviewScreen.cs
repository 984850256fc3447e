using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Staff;

internal sealed class ImportReviewScreen : IScreen<ImportReviewPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, ImportReviewPlace place, CancellationToken cancellationToken)
    {
        // Another file was sent since, this one was imported, or a day has passed.
        if (turn.GetSlot<WaitingImport>() is not { File: { } file } waiting || waiting.Id != place.Id)
        {
            return Task.FromResult(Reply.GoTo(new ImportPlace()).WithToast(turn.Text.Get("company.import.outdated")));
        }

        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.import.confirm", ("count", place.Count), ("name", file.Name)),
                place.Invited == 0 ? Markup.Empty : turn.Text.GetMarkup("company.import.confirm.invite", ("count", place.Invited))),
        };
        return Task.FromResult(Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.import.confirm.yes", ("count", place.Count)), new ConfirmImport(place.Id)))));
    }
}

/// <summary>The last question before posts are added.</summary>
/// <param name="Id">Which look at a file it follows.</param>
/// <param name="Count">How many posts would be added.</param>
/// <param name="Invited">How many people would be invited to them.</param>
[Callback("import-review")]
internal readonly record struct ImportReviewPlace(Guid Id, int Count, int Invited);
