using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Delivery;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>Leads from a question to the next.</summary>
internal sealed class AnswerFlow(INotifications notifications)
{
    /// <summary>What follows an answer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="before">The sheet as it was before the answer.</param>
    /// <param name="number">The question.</param>
    /// <param name="kind">How it was answered.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<Reply> NextAsync(ITurn turn, AnswerSheet before, int number, AnswerKind kind, CancellationToken cancellationToken)
    {
        var question = before.Questions[number];
        if (before.After(number, before.IsSkipped(question)) is { } next)
        {
            return Reply.GoTo(new QuestionPlace(before.Assessment.Id, next));
        }

        var skipped = before.CountSkipped() - (before.IsSkipped(question) ? 1 : 0) + (kind == AnswerKind.Skipped && !before.IsAnswered(question) ? 1 : 0);
        if (skipped == 0 && !before.Viewer.Runs)
        {
            await TellAsync(turn, before, cancellationToken);
        }

        return Reply.GoTo(new AnalysisPlace()).WithToast(skipped == 0
            ? turn.Text.Get("analysis.answered.all")
            : turn.Text.Get("analysis.answered.skipped", ("count", skipped)));
    }

    /// <summary>Whoever waits for the answers of a respondent hears that they are there.</summary>
    private Task<NotificationId> TellAsync(ITurn turn, AnswerSheet sheet, CancellationToken cancellationToken) => notifications.NotifyAsync(
        Recipient.User(sheet.Assessment.StartedBy),
        new()
        {
            Body = text => text.GetMarkup("analysis.respondent_done", ("name", turn.User.Name)),
            DedupKey = $"done/{sheet.Assessment.Id}/{turn.User.Id}",
            Button = new() { Label = text => text.Get("analysis.open"), Place = new AnalysisPlace() },
        },
        cancellationToken);
}
