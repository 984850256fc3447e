using DrAivBot.Analysis.Asking;
using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Reminds whoever has open questions and has been silent for three days; once for each silence.</summary>
internal sealed class SilenceDesk(AssessmentTable assessments, AssignmentTable assignments, AnswerTable answers, INotifications notifications, IJobs jobs, IWork work)
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await assessments.FindAsync(id, cancellationToken) is not { State: AssessmentState.Open } open)
        {
            return;
        }

        var next = work.StartedAt + Patience;
        foreach (var (person, since, count) in await ListWaitingAsync(open, cancellationToken))
        {
            if (since + Patience <= work.StartedAt)
            {
                await RemindAsync(open, person, since, count, cancellationToken);
            }
            else if (since + Patience < next)
            {
                next = since + Patience;
            }
        }

        await jobs.ScheduleAsync(new SilenceOrder { Assessment = id }, new() { Key = id.ToString(), At = next }, cancellationToken);
    }

    /// <summary>Who has open questions, since when nothing came from them, and how many wait.</summary>
    private async Task<IReadOnlyList<(UserId Person, DateTimeOffset Since, int Count)>> ListWaitingAsync(Assessment open, CancellationToken cancellationToken)
    {
        var assigned = (await assignments.ListAsync(open.Id, cancellationToken)).ToDictionary(assignment => assignment.Division);
        var last = (await answers.ListLastAsync(open.Id, cancellationToken)).ToDictionary(entry => entry.Person, entry => entry.At);
        var given = (await answers.ListAsync(open.Id, cancellationToken)).Where(answer => answer.Kind is not Scoring.AnswerKind.Open).Select(answer => answer.Question).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. open.Questions.Of(open.Variant).Where(question => !given.Contains(question.Id))
                .GroupBy(question => assigned.TryGetValue(question.Division, out var assignment) ? assignment.Person : open.StartedBy)
                .Select(group => (
                    group.Key,
                    new[] { open.StartedAt, last.GetValueOrDefault(group.Key.Value), assigned.Values.Where(assignment => assignment.Person == group.Key).Select(assignment => assignment.At).DefaultIfEmpty().Max() }.Max(),
                    group.Count())),
        ];
    }

    private Task<NotificationId> RemindAsync(Assessment open, UserId person, DateTimeOffset since, int count, CancellationToken cancellationToken) => notifications.NotifyAsync(
        Recipient.User(person),
        new()
        {
            Body = text => text.GetMarkup("analysis.reminder", ("count", count)),
            DedupKey = FormattableString.Invariant($"silence/{open.Id}/{person}/{since.ToUnixTimeSeconds()}"),
            Button = new() { Label = text => text.Get("analysis.continue"), Place = new AnalysisPlace() },
        },
        cancellationToken);
}
