using DrAivBot.Analysis.Scoring;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Rows of analysis.answers. Written only while the assessment is open, whoever else ends it meanwhile.</summary>
internal sealed class AnswerTable(IWork work)
{
    /// <summary>Held until the work ends, so that no answer comes after the end.</summary>
    private const string WhileOpen = "with open as materialized (select id from analysis.assessments where id = $1 and state = 0 for share)";

    public Task<IReadOnlyList<GivenAnswer>> ListAsync(Guid assessment, CancellationToken cancellationToken) => work.ListAsync(
        "select question_id, kind, value, comment from analysis.answers where assessment_id = $1",
        [assessment],
        row => new GivenAnswer
        {
            Question = row.GetString(0),
            Kind = (AnswerKind)row.GetInt16(1),
            Value = row.GetValue(2) as string,
            Comment = row.GetValue(3) as string,
        },
        cancellationToken);

    /// <returns>False when the assessment is not open.</returns>
    public async Task<bool> GiveAsync(Guid assessment, GivenAnswer answer, UserId by, CancellationToken cancellationToken) => await work.ExecuteAsync(
        $"""
        {WhileOpen}
        insert into analysis.answers (assessment_id, question_id, kind, value, user_id, answered_at)
        select id, $2, $3, $4::text, $5, $6 from open
        on conflict (company_id, assessment_id, question_id) do update
        set kind = excluded.kind, value = excluded.value, user_id = excluded.user_id, answered_at = excluded.answered_at
        """,
        [assessment, answer.Question, (short)answer.Kind, answer.Value, by.Value, work.StartedAt], cancellationToken) > 0;

    /// <summary>Writes beside an answer, or before there is one.</summary>
    /// <returns>False when the assessment is not open.</returns>
    public async Task<bool> CommentAsync(Guid assessment, string question, string comment, UserId by, CancellationToken cancellationToken) => await work.ExecuteAsync(
        $"""
        {WhileOpen}
        insert into analysis.answers (assessment_id, question_id, kind, comment, user_id, answered_at)
        select id, $2, 4, $3, $4, $5 from open
        on conflict (company_id, assessment_id, question_id) do update set comment = excluded.comment, user_id = excluded.user_id, answered_at = excluded.answered_at
        """,
        [assessment, question, comment, by.Value, work.StartedAt], cancellationToken) > 0;

    /// <summary>Leaves the answer; where there was only a comment, nothing.</summary>
    public async Task RemoveCommentAsync(Guid assessment, string question, UserId by, CancellationToken cancellationToken)
    {
        await work.ExecuteAsync(
            $"{WhileOpen} delete from analysis.answers where assessment_id in (select id from open) and question_id = $2 and kind = 4",
            [assessment, question], cancellationToken);
        await work.ExecuteAsync(
            $"""
            {WhileOpen}
            update analysis.answers set comment = null, user_id = $3, answered_at = $4
            where assessment_id in (select id from open) and question_id = $2 and comment is not null
            """,
            [assessment, question, by.Value, work.StartedAt], cancellationToken);
    }

    /// <summary>What was answered in one assessment counts in another that has no answers yet.</summary>
    public Task CopyAsync(Guid from, Guid to, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        insert into analysis.answers (assessment_id, question_id, kind, value, comment, user_id, answered_at)
        select $2, question_id, kind, value, comment, user_id, answered_at from analysis.answers where assessment_id = $1 and kind <> 3
        """,
        [from, to], cancellationToken);

    /// <summary>When each person answered last.</summary>
    public Task<IReadOnlyList<(Guid Person, DateTimeOffset At)>> ListLastAsync(Guid assessment, CancellationToken cancellationToken) => work.ListAsync(
        "select user_id, max(answered_at) from analysis.answers where assessment_id = $1 group by user_id",
        [assessment], row => (row.GetGuid(0), new DateTimeOffset(row.GetDateTime(1), TimeSpan.Zero)), cancellationToken);
}
