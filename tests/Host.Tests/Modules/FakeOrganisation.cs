using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Modules;

internal sealed class FakeOrganisation : IOrganisation
{
    public Task<CompanyId> RegisterCompanyAsync(NewCompany company, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Division>> ListDivisionsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DivisionChart?> FindDivisionAsync(int number, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DepartmentChart?> FindDepartmentAsync(int number, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PositionCard?> FindPositionAsync(PositionId position, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Position>> ListPositionsOfAsync(UserId user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CompanyChart?> ReadChartAsync(string language, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<SuperiorStep>?> FindSuperiorsAsync(PositionId position, UserId? author, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ManagerScope> FindScopeAsync(UserId user, CancellationToken cancellationToken) => throw new NotSupportedException();
}
