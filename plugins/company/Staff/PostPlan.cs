using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Staff;

/// <summary>What importing a file would do.</summary>
internal sealed record PostPlan
{
    private const int ShownErrors = 10;

    /// <summary>Whose posts they will be.</summary>
    public required string CompanyName { get; init; }

    public required IReadOnlyList<PlannedPost> ToAdd { get; init; }

    /// <summary>How many rows name posts that are there already.</summary>
    public required int PresentCount { get; init; }

    public required IReadOnlyList<PostRowError> Errors { get; init; }

    public int InvitedCount => ToAdd.Count(post => post.Post.Invites);

    /// <summary>The preview: counts, then what is wrong, row by row.</summary>
    public Markup Describe(IText text) => Markup.Paragraphs(
        text.GetMarkup("company.import.preview"),
        Markup.Lines(
            text.GetMarkup("company.import.preview.add", ("count", ToAdd.Count)),
            InvitedCount == 0 ? Markup.Empty : text.GetMarkup("company.import.preview.invite", ("count", InvitedCount)),
            PresentCount == 0 ? Markup.Empty : text.GetMarkup("company.import.preview.present", ("count", PresentCount)),
            Errors.Count == 0 ? Markup.Empty : text.GetMarkup("company.import.preview.errors", ("count", Errors.Count))),
        Markup.Lines(
            [
                .. Errors.Take(ShownErrors).Select(error => text.GetMarkup("company.import.error", ("row", error.Row), ("column", error.Column), ("words", error.Words))),
                Errors.Count > ShownErrors ? text.GetMarkup("company.import.error.more", ("count", Errors.Count - ShownErrors)) : Markup.Empty,
            ]),
        text.GetMarkup(ToAdd.Count == 0 ? "company.import.preview.nothing" : "company.import.preview.next"));
}

/// <summary>A row that cannot be imported.</summary>
/// <param name="Row">As the table program numbers it.</param>
/// <param name="Column">What the header says.</param>
/// <param name="Words">What is wrong and how to mend it.</param>
internal sealed record PostRowError(int Row, string Column, string Words);
