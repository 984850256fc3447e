using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;
using NpgsqlTypes;

namespace DrAivBot.Host.Organisation;

/// <summary>What a company has set for itself: its row, its working days, its days off.</summary>
internal sealed class SettingsTable(OrganisationWork work)
{
    private const string Find = """
        select name, time_zone, currency, quiet_from, quiet_until, week_cutoff_day, week_cutoff_at,
            limit_department_head, limit_division_head, limit_executive, confirm_above
        from core.companies where company_id = core.company_id()
        """;

    private const string Lock = "select from core.companies where company_id = core.company_id() for update";

    private const string Week = "select weekday, starts_at, ends_at from core.working_days where company_id = core.company_id() order by weekday";

    private const string Days = "select day, is_working from core.calendar_days where company_id = core.company_id()";

    private const string Day = "select is_working from core.calendar_days where company_id = core.company_id() and day = $1";

    private const string Save = """
        update core.companies
        set name = $1, time_zone = $2, currency = $3, quiet_from = $4, quiet_until = $5, week_cutoff_day = $6, week_cutoff_at = $7,
            limit_department_head = $8, limit_division_head = $9, limit_executive = $10, confirm_above = $11
        where company_id = core.company_id()
        """;

    private const string DropWeek = "delete from core.working_days where company_id = core.company_id()";

    private const string SaveWeek = """
        insert into core.working_days (company_id, weekday, starts_at, ends_at)
        select core.company_id(), * from unnest($1::int[], $2::time[], $3::time[])
        """;

    private const string DropDay = "delete from core.calendar_days where company_id = core.company_id() and day = $1";

    private const string SaveDay = "insert into core.calendar_days (company_id, day, is_working, note) values (core.company_id(), $1, $2, $3)";

    /// <summary>Null without a company.</summary>
    /// <param name="forChange">Whether nobody else may change them until this transaction ends.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<CompanySettings?> FindAsync(bool forChange, CancellationToken cancellationToken)
    {
        var batch = forChange ? work.Batch().Add(Lock) : work.Batch();
        await using var reader = await batch.Add(Find).Add(Week).ReadAsync(cancellationToken);
        if (forChange)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var settings = ReadCompany(reader);
        await reader.NextResultAsync(cancellationToken);
        return settings with { Week = await ReadWeekAsync(reader, cancellationToken) };
    }

    public async Task<IReadOnlyDictionary<DateOnly, bool>> ListDaysAsync(CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Days).ReadAsync(cancellationToken);
        var days = new Dictionary<DateOnly, bool>();
        while (await reader.ReadAsync(cancellationToken))
        {
            days[await reader.GetFieldValueAsync<DateOnly>(0, cancellationToken)] = reader.GetBoolean(1);
        }

        return days;
    }

    public async Task<bool?> FindDayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Day, Date(day)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetBoolean(0) : null;
    }

    public Task SaveAsync(CompanySettings settings, CancellationToken cancellationToken)
    {
        var days = settings.Week.ToArray();
        return work.Batch()
            .Add(
                Save,
                Sql.Value(settings.Name),
                Sql.Value(settings.TimeZone),
                Sql.Value(settings.Currency),
                Time(settings.Quiet.From),
                Time(settings.Quiet.Until),
                Sql.Value(Iso(settings.Cutoff.Day)),
                Time(settings.Cutoff.At),
                Money(settings.Limits.DepartmentHead),
                Money(settings.Limits.DivisionHead),
                Money(settings.Limits.Executive),
                Money(settings.Limits.ConfirmAbove))
            .Add(DropWeek)
            .Add(SaveWeek, Sql.Values([.. days.Select(day => Iso(day.Key))]), Times([.. days.Select(day => day.Value.From)]), Times([.. days.Select(day => day.Value.Until)]))
            .ExecuteAsync(cancellationToken);
    }

    public Task SaveDayAsync(DateOnly day, bool? isWorking, string? note, CancellationToken cancellationToken)
    {
        var batch = work.Batch().Add(DropDay, Date(day));
        return (isWorking is { } value ? batch.Add(SaveDay, Date(day), new NpgsqlParameter<bool> { TypedValue = value }, Sql.Optional(note)) : batch)
            .ExecuteAsync(cancellationToken);
    }

#pragma warning disable MA0045 // The row is in memory once ReadAsync returned: nothing waits.
    private static CompanySettings ReadCompany(NpgsqlDataReader reader) => new()
    {
        Name = reader.GetString(0),
        TimeZone = reader.GetString(1),
        Currency = reader.GetString(2),
        Quiet = new() { From = reader.GetFieldValue<TimeOnly>(3), Until = reader.GetFieldValue<TimeOnly>(4) },
        Cutoff = new() { Day = (DayOfWeek)(reader.GetInt16(5) % 7), At = reader.GetFieldValue<TimeOnly>(6) },
        Limits = new()
        {
            DepartmentHead = reader.GetDecimal(7),
            DivisionHead = reader.GetDecimal(8),
            Executive = reader.GetValue(9) as decimal?,
            ConfirmAbove = reader.GetValue(10) as decimal?,
        },
        Week = new Dictionary<DayOfWeek, WorkingHours>(),
    };

    private static WorkingHours ReadHours(NpgsqlDataReader reader) => new() { From = reader.GetFieldValue<TimeOnly>(1), Until = reader.GetFieldValue<TimeOnly>(2) };

    private static async Task<IReadOnlyDictionary<DayOfWeek, WorkingHours>> ReadWeekAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var week = new Dictionary<DayOfWeek, WorkingHours>();
        while (await reader.ReadAsync(cancellationToken))
        {
            week[(DayOfWeek)(reader.GetInt16(0) % 7)] = ReadHours(reader);
        }

        return week;
    }
#pragma warning restore MA0045

    /// <summary>1 is Monday, 7 is Sunday.</summary>
    private static int Iso(DayOfWeek day) => (((int)day + 6) % 7) + 1;

    private static NpgsqlParameter<DateOnly> Date(DateOnly day) => new() { TypedValue = day };

    private static NpgsqlParameter<TimeOnly> Time(TimeOnly time) => new() { TypedValue = time };

    private static NpgsqlParameter<TimeOnly[]> Times(TimeOnly[] times) => new() { TypedValue = times };

    private static NpgsqlParameter Money(decimal? sum) => new() { NpgsqlDbType = NpgsqlDbType.Numeric, Value = (object?)sum ?? DBNull.Value };
}
