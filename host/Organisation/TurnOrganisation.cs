using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>The organisation chart of the company that work happens in; one round trip a call.</summary>
internal sealed class TurnOrganisation(TurnDatabase database, Acting acting, OrgBoard board, ActiveCompany active, TimeProvider time) : IOrganisation
{
    private readonly ChartTable _chart = new(database);
    private readonly ChartNames _names = new(board, acting.Language);

    public async Task<CompanyId> RegisterCompanyAsync(NewCompany company, CancellationToken cancellationToken)
    {
        NewCompanyRules.Check(company);
        var user = acting.User ?? throw new InvalidOperationException("A company is registered by a person: do it in a turn, not in a job.");
        var founder = new Founder { Id = user, Name = acting.UserName!, At = time.GetUtcNow() };
        var id = new CompanyId(Guid.CreateVersion7(founder.At));
        await new RegistrationTable(database, board).InsertAsync(id, company, founder, cancellationToken);
        active.Enter(new() { Member = new() { CompanyId = id, CompanyName = company.Name, Role = CompanyRoles.Owner }, TimeZone = company.TimeZone });
        return id;
    }

    public async Task<IReadOnlyList<Division>> ListDivisionsAsync(CancellationToken cancellationToken)
    {
        if (active.Id is null)
        {
            return [];
        }

        var rows = (await _chart.ListDivisionsAsync(cancellationToken)).ToDictionary(row => row.Number);
        return [.. board.Divisions.Where(unit => rows.ContainsKey(unit.Number)).Select(unit => _names.Division(rows[unit.Number]))];
    }

    public async Task<DivisionChart?> FindDivisionAsync(int number, CancellationToken cancellationToken) =>
        active.Id is not null && await _chart.FindDivisionAsync(number, cancellationToken) is var (division, departments)
            ? new() { Division = _names.Division(division), Departments = [.. departments.Select(_names.Department)] }
            : null;

    public async Task<DepartmentChart?> FindDepartmentAsync(int number, CancellationToken cancellationToken)
    {
        if (active.Id is null || await _chart.FindDepartmentAsync(number, cancellationToken) is not var (name, rows))
        {
            return null;
        }

        Position[] positions = [.. rows.Select(_names.Position)];
        var unit = new UnitRow
        {
            Number = number,
            Name = name,
            PositionCount = positions.Length,
            FilledCount = positions.Count(position => !position.IsVacant),
        };
        return new() { Department = _names.Department(unit), Positions = positions };
    }

    public async Task<PositionCard?> FindPositionAsync(PositionId position, CancellationToken cancellationToken)
    {
        if (active.Id is null)
        {
            return null;
        }

        var rows = await _chart.FindCardAsync(position, acting.StartedAt, cancellationToken);
        return rows.Count == 0 ? null : _names.Card(rows[0], SuperiorOf(rows));
    }

    public async Task<IReadOnlyList<Position>> ListPositionsOfAsync(UserId user, CancellationToken cancellationToken) =>
        active.Id is null ? [] : [.. (await _chart.ListPositionsOfAsync(user, cancellationToken)).Select(_names.Position)];

    public async Task<CompanyChart?> ReadChartAsync(string language, CancellationToken cancellationToken) =>
        active.Id is null ? null : await new WholeChartTable(database, board, language).ReadAsync(cancellationToken);

    public async Task<IReadOnlyList<SuperiorStep>?> FindSuperiorsAsync(PositionId position, UserId? author, CancellationToken cancellationToken)
    {
        var rows = active.Id is null ? [] : await _chart.FindCardAsync(position, acting.StartedAt, cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var chart = rows.Select(ChainPosition.Of).ToArray();
        var start = author is null ? chart[0] : chart[0] with { Holder = author };
        var byId = rows.ToDictionary(row => row.Position.Id);
        return [.. SuperiorChain.Above(start, chart).Select(step => Step(byId[step.Position], step.Actor))];
    }

    public async Task<ManagerScope> FindScopeAsync(UserId user, CancellationToken cancellationToken) => active.Id is null
        ? ManagerScope.None
        : (await new ActingDesk(new(database, acting, board, active)).FindRightsAsync(user, cancellationToken)).Scope(board);

    private SuperiorStep Step(CardRow row, UserId actor)
    {
        var isDeputy = row.Deputy?.UserId == actor && row.Position.Holder!.UserId != actor;
        return new() { Position = _names.Position(row.Position), Actor = isDeputy ? row.Deputy! : row.Position.Holder!, IsDeputy = isDeputy };
    }

    private Position? SuperiorOf(IReadOnlyList<CardRow> rows)
    {
        // A post that counts as vacant shows who will stand above its future holder, not above the founder who minds it.
        var own = ChainPosition.Of(rows[0]);
        var start = rows[0].Position.Holder is { IsTemporary: true } ? own with { Holder = null } : own;
        return SuperiorChain.Above(start, [.. rows.Select(ChainPosition.Of)]) is [var nearest, ..]
            ? _names.Position(rows.First(row => row.Position.Id == nearest.Position).Position)
            : null;
    }
}
