using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>The organisation chart of the company that work happens in; one round trip a call.</summary>
internal sealed class TurnOrganisation(OrganisationWork work) : IOrganisation
{
    private readonly ChartTable _chart = new(work.Database);

    public async Task<CompanyId> RegisterCompanyAsync(NewCompany company, CancellationToken cancellationToken)
    {
        NewCompanyRules.Check(company);
        var user = work.Acting.User ?? throw new InvalidOperationException("A company is registered by a person: do it in a turn, not in a job.");
        var founder = new Founder { Id = user, Name = work.Acting.UserName!, At = work.Now };
        var id = new CompanyId(Guid.CreateVersion7(founder.At));
        await new RegistrationTable(work.Database, work.Board).InsertAsync(id, company, founder, cancellationToken);
        work.Active.Enter(new() { Member = new() { CompanyId = id, CompanyName = company.Name, Role = CompanyRoles.Owner }, TimeZone = company.TimeZone });
        return id;
    }

    public async Task<IReadOnlyList<Division>> ListDivisionsAsync(CancellationToken cancellationToken)
    {
        if (work.Company is null)
        {
            return [];
        }

        var rows = (await _chart.ListDivisionsAsync(cancellationToken)).ToDictionary(row => row.Number);
        return [.. work.Board.Divisions.Where(unit => rows.ContainsKey(unit.Number)).Select(unit => work.Names.Division(rows[unit.Number]))];
    }

    public async Task<DivisionChart?> FindDivisionAsync(int number, CancellationToken cancellationToken) =>
        work.Company is not null && await _chart.FindDivisionAsync(number, cancellationToken) is var (division, departments, head)
            ? new()
            {
                Division = work.Names.Division(division),
                Departments = [.. departments.Select(work.Names.Department)],
                Head = head is null ? null : work.Names.Position(head),
            }
            : null;

    public async Task<DepartmentChart?> FindDepartmentAsync(int number, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _chart.FindDepartmentAsync(number, cancellationToken) is not var (name, rows))
        {
            return null;
        }

        Position[] positions = [.. rows.Select(work.Names.Position)];
        var unit = new UnitRow
        {
            Number = number,
            Name = name,
            PositionCount = positions.Length,
            FilledCount = positions.Count(position => !position.IsVacant),
        };
        return new() { Department = work.Names.Department(unit), Positions = positions };
    }

    public async Task<PositionCard?> FindPositionAsync(PositionId position, CancellationToken cancellationToken)
    {
        if (work.Company is null)
        {
            return null;
        }

        var rows = await _chart.FindCardAsync(position, work.Acting.StartedAt, cancellationToken);
        return rows.Count == 0 ? null : work.Names.Card(rows[0], SuperiorOf(rows));
    }

    public async Task<IReadOnlyList<Position>> ListPositionsOfAsync(UserId user, CancellationToken cancellationToken) =>
        work.Company is null ? [] : [.. (await _chart.ListPositionsOfAsync(user, cancellationToken)).Select(work.Names.Position)];

    public async Task<CompanyChart?> ReadChartAsync(string language, CancellationToken cancellationToken) =>
        work.Company is null ? null : await new WholeChartTable(work.Database, work.Board, language).ReadAsync(cancellationToken);

    public async Task<IReadOnlyList<SuperiorStep>?> FindSuperiorsAsync(PositionId position, UserId? author, CancellationToken cancellationToken)
    {
        var rows = work.Company is null ? [] : await _chart.FindCardAsync(position, work.Acting.StartedAt, cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var chart = rows.Select(ChainPosition.Of).ToArray();
        var start = author is null ? chart[0] : chart[0] with { Holder = author };
        var byId = rows.ToDictionary(row => row.Position.Id);
        return [.. SuperiorChain.Above(start, chart).Select(step => Step(byId[step.Position], step.Actor))];
    }

    public async Task<ManagerScope> FindScopeAsync(UserId user, CancellationToken cancellationToken) => work.Company is null
        ? ManagerScope.None
        : (await new ActingDesk(work).FindRightsAsync(user, cancellationToken)).Scope(work.Board);

    private SuperiorStep Step(CardRow row, UserId actor)
    {
        var isDeputy = row.Deputy?.UserId == actor && row.Position.Holder!.UserId != actor;
        return new() { Position = work.Names.Position(row.Position), Actor = isDeputy ? row.Deputy! : row.Position.Holder!, IsDeputy = isDeputy };
    }

    private Position? SuperiorOf(IReadOnlyList<CardRow> rows)
    {
        // A post that counts as vacant shows who will stand above its future holder, not above the founder who minds it.
        var own = ChainPosition.Of(rows[0]);
        var start = rows[0].Position.Holder is { IsTemporary: true } ? own with { Holder = null } : own;
        return SuperiorChain.Above(start, [.. rows.Select(ChainPosition.Of)]) is [var nearest, ..]
            ? work.Names.Position(rows.First(row => row.Position.Id == nearest.Position).Position)
            : null;
    }
}
