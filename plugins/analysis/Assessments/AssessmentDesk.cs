using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Begins and ends assessments. Who may is said at the routes.</summary>
internal sealed class AssessmentDesk(AssessmentTable assessments, AnswerTable answers, ProfileTable profiles, Questionnaires questionnaires, IJobs jobs, IAudit audit, IWork work)
{
    /// <summary>Begins an assessment.</summary>
    /// <param name="variant">How much is asked.</param>
    /// <param name="continued">A finished express assessment whose answers count; null for none.</param>
    /// <param name="by">Who begins it.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The one that is open now, which may be somebody else's; null without a profile.</returns>
    public async Task<Started?> StartAsync(Variant variant, Guid? continued, UserId by, CancellationToken cancellationToken)
    {
        if (await profiles.FindAsync(cancellationToken) is not { } profile)
        {
            return null;
        }

        var started = new Assessment
        {
            Id = Guid.CreateVersion7(work.StartedAt),
            Variant = variant,
            State = AssessmentState.Open,
            Profile = profile,
            Questions = questionnaires.For(profile.Industry),
            StartedBy = by,
            StartedAt = work.StartedAt,
        };
        if (!await assessments.StartAsync(started, cancellationToken))
        {
            return await assessments.FindOpenAsync(cancellationToken) is { } other ? new(other, IsNew: false) : null;
        }

        if (continued is { } express && await assessments.FindAsync(express, cancellationToken) is { State: AssessmentState.Finished, Variant: Variant.Express })
        {
            await answers.CopyAsync(express, started.Id, cancellationToken);
        }

        await jobs.ScheduleAsync(new SilenceOrder { Assessment = started.Id }, new() { Key = started.Id.ToString(), Delay = SilenceDesk.Patience }, cancellationToken);
        await NoteAsync("assessment.started", started.Id, variant, cancellationToken);
        return new(started, IsNew: true);
    }

    public async Task<bool> WidenAsync(Guid assessment, CancellationToken cancellationToken)
    {
        var isWider = await assessments.WidenAsync(assessment, cancellationToken);
        if (isWider)
        {
            await NoteAsync("assessment.widened", assessment, Variant.Full, cancellationToken);
        }

        return isWider;
    }

    public async Task<bool> EndAsync(Assessment open, AssessmentState state, CancellationToken cancellationToken)
    {
        if (!await assessments.EndAsync(open.Id, state, cancellationToken))
        {
            return false;
        }

        await jobs.CancelAsync<SilenceOrder>(open.Id.ToString(), cancellationToken);
        await NoteAsync(state == AssessmentState.Finished ? "assessment.finished" : "assessment.given_up", open.Id, open.Variant, cancellationToken);
        return true;
    }

    private Task NoteAsync(string act, Guid assessment, Variant variant, CancellationToken cancellationToken) => audit.NoteAsync(
        new() { Act = act, After = new Dictionary<string, string?> { ["assessment"] = assessment.ToString(), ["variant"] = variant.ToString() } }, cancellationToken);
}

/// <summary>The assessment that is open now.</summary>
/// <param name="Open">The assessment.</param>
/// <param name="IsNew">Whether it was begun just now.</param>
internal sealed record Started(Assessment Open, bool IsNew);
