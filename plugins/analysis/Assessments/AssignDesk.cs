using DrAivBot.Analysis.Asking;
using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Shares the divisions among people and tells them.</summary>
internal sealed class AssignDesk(AssessmentTable assessments, AssignmentTable assignments, IOrganisation organisation, IPeople people, INotifications notifications, IAudit audit)
{
    private const int LastDivision = 7;
    private const int ExecutiveDepartment = 19;

    /// <param name="turn">Of somebody who runs the analysis.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="division">The division.</param>
    /// <param name="person">Null to take it back.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>False when it is not open, or the person is no member.</returns>
    public async Task<bool> AssignAsync(ITurn turn, Guid assessment, int division, UserId? person, CancellationToken cancellationToken)
    {
        if (!turn.May(AnalysisModule.Run) || await assessments.LockOpenAsync(assessment, cancellationToken) is null)
        {
            return false;
        }

        if (person is not { } respondent)
        {
            await assignments.TakeBackAsync(assessment, division, cancellationToken);
            await NoteAsync(assessment, division, respondent: null, cancellationToken);
            return true;
        }

        if (await people.FindAsync(respondent, cancellationToken) is null)
        {
            return false;
        }

        await GiveAsync(turn, assessment, division, respondent, cancellationToken);
        return true;
    }

    /// <summary>Asks the head of each division that has one.</summary>
    /// <returns>How many divisions have their head now; null when it is not open.</returns>
    public async Task<int?> AssignHeadsAsync(ITurn turn, Guid assessment, CancellationToken cancellationToken)
    {
        if (!turn.May(AnalysisModule.Run) || await assessments.LockOpenAsync(assessment, cancellationToken) is null)
        {
            return null;
        }

        var count = 0;
        for (var division = 1; division <= LastDivision; division++)
        {
            if (await FindHeadAsync(division, cancellationToken) is { } head)
            {
                await GiveAsync(turn, assessment, division, head, cancellationToken);
                count++;
            }
        }

        return count;
    }

    private async Task<UserId?> FindHeadAsync(int division, CancellationToken cancellationToken)
    {
        var post = division == LastDivision
            ? await organisation.FindDepartmentAsync(ExecutiveDepartment, cancellationToken) is { Positions: [var executive, ..] } ? executive : null
            : (await organisation.FindDivisionAsync(division, cancellationToken))?.Head;
        return post is { IsVacant: false, Holder: { } holder } ? holder.UserId : null;
    }

    private async Task GiveAsync(ITurn turn, Guid assessment, int division, UserId respondent, CancellationToken cancellationToken)
    {
        if (!await assignments.AssignAsync(assessment, division, respondent, cancellationToken))
        {
            return;
        }

        await NoteAsync(assessment, division, respondent, cancellationToken);
        if (respondent == turn.User.Id)
        {
            return;
        }

        await notifications.NotifyAsync(
            Recipient.User(respondent),
            new()
            {
                Body = text => text.GetMarkup(
                    "analysis.assigned", ("number", division), ("name", text.Get(FormattableString.Invariant($"analysis.division.{division}")))),
                Button = new() { Label = text => text.Get("analysis.answer_questions"), Place = new AnalysisPlace() },
            },
            cancellationToken);
    }

    private Task NoteAsync(Guid assessment, int division, UserId? respondent, CancellationToken cancellationToken) => audit.NoteAsync(
        new()
        {
            Act = "division.assigned",
            After = new Dictionary<string, string?>
            {
                ["assessment"] = assessment.ToString(),
                ["division"] = FormattableString.Invariant($"{division}"),
                ["person"] = respondent?.ToString(),
            },
        },
        cancellationToken);
}
