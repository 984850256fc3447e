using System.Data.Common;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Plans and their tasks.</summary>
internal sealed class PlanTable(IWork work)
{
    private const string Plan = """
        select p.id, p.user_id, p.position_id, p.division, p.week, p.state, p.waits_at, p.return_reason, p.agreed_at, p.percent
        from planner.week_plans p
        """;

    private const string Task = "select t.id, t.plan_id, t.title, t.tie, t.tie_name, t.unit, t.mark, t.reason, t.carried from planner.week_tasks t";

    public Task<WeekPlan?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        work.FindAsync(Plan + " where p.id = $1", [id], ReadPlan, cancellationToken);

    /// <summary>Nobody else changes it until the work ends.</summary>
    public Task<WeekPlan?> LockAsync(Guid id, CancellationToken cancellationToken) =>
        work.FindAsync(Plan + " where p.id = $1 for update", [id], ReadPlan, cancellationToken);

    public Task<WeekPlan?> FindOfAsync(UserId person, DateOnly week, CancellationToken cancellationToken) =>
        work.FindAsync(Plan + " where p.user_id = $1 and p.week = $2", [person.Value, week], ReadPlan, cancellationToken);

    public Task<IReadOnlyList<WeekPlan>> ListAsync(DateOnly week, CancellationToken cancellationToken) =>
        work.ListAsync(Plan + " where p.week = $1", [week], ReadPlan, cancellationToken);

    public Task<IReadOnlyList<WeekPlan>> ListOfDivisionAsync(DateOnly week, int division, CancellationToken cancellationToken) =>
        work.ListAsync(Plan + " where p.week = $1 and p.division = $2 order by p.sent_at nulls last, p.id", [week, (short)division], ReadPlan, cancellationToken);

    /// <summary>What waits for agreement, the oldest first.</summary>
    public Task<IReadOnlyList<WeekPlan>> ListSentAsync(CancellationToken cancellationToken) =>
        work.ListAsync(Plan + " where p.state = 1 order by p.sent_at, p.id", [], ReadPlan, cancellationToken);

    /// <summary>Begins the plan of a week; harmless when it is there.</summary>
    public Task<int> BeginAsync(WeekPlan plan, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        insert into planner.week_plans (id, user_id, position_id, division, week) values ($1, $2, $3, $4, $5)
        on conflict (company_id, user_id, week) do nothing
        """,
        [plan.Id, plan.Person.Value, plan.Position.Value, (short)plan.Division, plan.Week],
        cancellationToken);

    public Task<int> SendAsync(Guid plan, PositionId from, PositionId? waitsAt, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        update planner.week_plans set state = case when $3::uuid is null then 3 else 1 end, position_id = $2, waits_at = $3, return_reason = null,
            sent_at = $4, agreed_at = case when $3::uuid is null then $4 end, agreed_by = case when $3::uuid is null then user_id end
        where id = $1 and state in (0, 2)
        """,
        [plan, from.Value, waitsAt?.Value, work.StartedAt],
        cancellationToken);

    public Task<int> MoveAsync(Guid plan, PositionId waitsAt, CancellationToken cancellationToken) =>
        work.ExecuteAsync("update planner.week_plans set waits_at = $2 where id = $1 and state = 1", [plan, waitsAt.Value], cancellationToken);

    public Task<int> AgreeAsync(Guid plan, UserId by, CancellationToken cancellationToken) => work.ExecuteAsync(
        "update planner.week_plans set state = 3, agreed_at = $2, agreed_by = $3 where id = $1 and state = 1", [plan, work.StartedAt, by.Value], cancellationToken);

    public Task<int> ReturnAsync(Guid plan, string reason, CancellationToken cancellationToken) => work.ExecuteAsync(
        "update planner.week_plans set state = 2, return_reason = $2, waits_at = null where id = $1 and state = 1", [plan, reason], cancellationToken);

    public Task<int> CloseAsync(Guid plan, int percent, CancellationToken cancellationToken) => work.ExecuteAsync(
        "update planner.week_plans set state = 4, percent = $2, closed_at = $3 where id = $1 and state in (1, 3)", [plan, (short)percent, work.StartedAt], cancellationToken);

    public Task<IReadOnlyList<WeekTask>> ListTasksAsync(Guid plan, CancellationToken cancellationToken) =>
        work.ListAsync(Task + " where t.plan_id = $1 order by t.id", [plan], ReadTask, cancellationToken);

    public Task<IReadOnlyList<WeekTask>> ListTasksOfWeekAsync(DateOnly week, CancellationToken cancellationToken) => work.ListAsync(
        Task + " join planner.week_plans p on p.company_id = t.company_id and p.id = t.plan_id where p.week = $1 order by t.id", [week], ReadTask, cancellationToken);

    public Task<WeekTask?> FindTaskAsync(Guid task, CancellationToken cancellationToken) =>
        work.FindAsync(Task + " where t.id = $1", [task], ReadTask, cancellationToken);

    /// <summary>What a person did not finish in the weeks just before, and has not taken over yet.</summary>
    public Task<IReadOnlyList<WeekTask>> ListUnfinishedAsync(UserId person, DateOnly before, CancellationToken cancellationToken) => work.ListAsync(
        Task + """
         join planner.week_plans p on p.company_id = t.company_id and p.id = t.plan_id
        where p.user_id = $1 and p.week = (
                select max(latest.week) from planner.week_plans latest where latest.user_id = $1 and latest.week < $2 and latest.state in (1, 3, 4))
            and coalesce(t.mark, 0) < 2
            and not exists (select from planner.week_tasks later where later.company_id = t.company_id and later.carried_from = t.id)
        order by t.id
        """,
        [person.Value, before],
        ReadTask,
        cancellationToken);

    public Task<int> AddTaskAsync(WeekTask task, Guid? carriedFrom, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        insert into planner.week_tasks (id, plan_id, title, tie, tie_name, unit, carried, carried_from, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (company_id, carried_from) where carried_from is not null do nothing
        """,
        [task.Id, task.Plan, task.Title, (short)task.Tie, task.TieName, (short?)task.Unit, (short)task.Carried, carriedFrom, work.StartedAt],
        cancellationToken);

    public Task<int> ChangeTaskAsync(WeekTask task, CancellationToken cancellationToken) => work.ExecuteAsync(
        "update planner.week_tasks set title = $2, tie = $3, tie_name = $4, unit = $5 where id = $1",
        [task.Id, task.Title, (short)task.Tie, task.TieName, (short?)task.Unit],
        cancellationToken);

    public Task<int> RemoveTaskAsync(Guid task, CancellationToken cancellationToken) =>
        work.ExecuteAsync("delete from planner.week_tasks where id = $1", [task], cancellationToken);

    public Task<int> MarkAsync(Guid task, TaskMark mark, string? reason, CancellationToken cancellationToken) =>
        work.ExecuteAsync("update planner.week_tasks set mark = $2, reason = $3 where id = $1", [task, (short)mark, reason], cancellationToken);

    private static WeekPlan ReadPlan(DbDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        Person = new(reader.GetGuid(1)),
        Position = new(reader.GetGuid(2)),
        Division = reader.GetInt16(3),
        Week = DateOnly.FromDateTime(reader.GetDateTime(4)),
        State = (PlanState)reader.GetInt16(5),
        WaitsAt = reader.Id(6) is { } position ? new(position) : null,
        ReturnReason = reader.Text(7),
        AgreedAt = reader.GetValue(8) is DateTime ? reader.Instant(8) : null,
        Percent = reader.Number(9),
    };

    private static WeekTask ReadTask(DbDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        Plan = reader.GetGuid(1),
        Title = reader.GetString(2),
        Tie = (TaskTie)reader.GetInt16(3),
        TieName = reader.GetString(4),
        Unit = reader.Number(5),
        Mark = (TaskMark?)reader.Number(6),
        Reason = reader.Text(7),
        Carried = reader.GetInt16(8),
    };
}
