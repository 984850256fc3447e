using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Rows of analysis.assignments.</summary>
internal sealed class AssignmentTable(IWork work)
{
    public Task<IReadOnlyList<Assignment>> ListAsync(Guid assessment, CancellationToken cancellationToken) => work.ListAsync(
        "select division, user_id, assigned_at from analysis.assignments where assessment_id = $1 order by division",
        [assessment], row => new Assignment(row.GetInt16(0), new(row.GetGuid(1)), new(row.GetDateTime(2), TimeSpan.Zero)), cancellationToken);

    /// <returns>False when the division was this person's already.</returns>
    public async Task<bool> AssignAsync(Guid assessment, int division, UserId person, CancellationToken cancellationToken) => await work.ExecuteAsync(
        """
        insert into analysis.assignments as a (assessment_id, division, user_id, assigned_at) values ($1, $2, $3, $4)
        on conflict (company_id, assessment_id, division) do update set user_id = excluded.user_id, assigned_at = excluded.assigned_at
        where a.user_id <> excluded.user_id
        """,
        [assessment, (short)division, person.Value, work.StartedAt], cancellationToken) > 0;

    public async Task<bool> TakeBackAsync(Guid assessment, int division, CancellationToken cancellationToken) =>
        await work.ExecuteAsync("delete from analysis.assignments where assessment_id = $1 and division = $2", [assessment, (short)division], cancellationToken) > 0;

    /// <summary>What somebody who left was to answer in an open assessment is nobody's.</summary>
    public Task TakeBackFromAsync(UserId person, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        delete from analysis.assignments s using analysis.assessments a
        where a.company_id = s.company_id and a.id = s.assessment_id and a.state = 0 and s.user_id = $1
        """,
        [person.Value], cancellationToken);
}

/// <summary>Who answers for a division.</summary>
internal sealed record Assignment(int Division, UserId Person, DateTimeOffset At);
