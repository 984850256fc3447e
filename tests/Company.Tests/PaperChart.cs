using DrAivBot.Organisation;

namespace DrAivBot.Company.Tests;

/// <summary>An organisation written down for a test: one division, one department, one post, and what was registered.</summary>
internal sealed class PaperChart : IOrganisation
{
    public static Holder Anna { get; } = new() { UserId = new(Guid.NewGuid()), Name = "Анна" };

    public static Statistic Payments { get; } = new() { Name = "Сумма <оплат>", Unit = "деньги/нед." };

    public Position Post { get; init; } = new()
    {
        Id = new(Guid.NewGuid()),
        Number = 6,
        Name = "Начальник <отдела> продаж",
        Kind = PositionKind.DepartmentHead,
        DivisionNumber = 2,
        DepartmentNumber = 6,
        Holder = Anna,
    };

    public Position? Superior { get; init; }

    public Holder? Deputy { get; init; }

    public List<NewCompany> Registered { get; } = [];

    private static Division Sales { get; } = new()
    {
        Number = 2,
        Name = "Отделение распространения (коммерческое)",
        Emoji = "📣",
        Purpose = "Находит <клиентов>.",
        Product = "Оплаченные заказы",
        Statistic = Payments,
        PositionCount = 3,
        FilledCount = 1,
    };

    private static Department Shop { get; } = new()
    {
        Number = 6,
        DivisionNumber = 2,
        Name = "Отдел продаж",
        Purpose = "Продаёт.",
        Functions = ["Договоры & счета", "Встречи"],
        Product = "Оплаченный заказ",
        Statistic = Payments with { IsInverted = true },
        PositionCount = 1,
        FilledCount = 1,
    };

    public Task<CompanyId> RegisterCompanyAsync(NewCompany company, CancellationToken cancellationToken)
    {
        Registered.Add(company);
        return Task.FromResult(new CompanyId(Guid.NewGuid()));
    }

    public Task<IReadOnlyList<Division>> ListDivisionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Division>>([Sales]);

    public Task<DivisionChart?> FindDivisionAsync(int number, CancellationToken cancellationToken) =>
        Task.FromResult(number == 2 ? new DivisionChart { Division = Sales, Departments = [Shop] } : null);

    public Task<DepartmentChart?> FindDepartmentAsync(int number, CancellationToken cancellationToken) =>
        Task.FromResult(number == 6 ? new DepartmentChart { Department = Shop, Positions = [Post] } : null);

    public Task<PositionCard?> FindPositionAsync(PositionId position, CancellationToken cancellationToken) =>
        Task.FromResult(position != Post.Id ? null : new PositionCard
        {
            Position = Post,
            DivisionName = Sales.Name,
            DepartmentName = Shop.Name,
            Product = Shop.Product,
            Statistic = Payments,
            Superior = Superior,
            Deputy = Deputy,
        });

    public Task<IReadOnlyList<Position>> ListPositionsOfAsync(UserId user, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Position>>(user == Post.Holder?.UserId ? [Post, Post with { Number = 9, Holder = Anna with { IsTemporary = true } }] : []);

    public Task<CompanyChart?> ReadChartAsync(string language, CancellationToken cancellationToken) =>
        Task.FromResult<CompanyChart?>(new() { CompanyName = "Ветер & <Ко>", Divisions = [Sales], Departments = [Shop], Positions = [Post], Members = [] });

    public Task<IReadOnlyList<SuperiorStep>?> FindSuperiorsAsync(PositionId position, UserId? author, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SuperiorStep>?>(null);

    public Task<ManagerScope> FindScopeAsync(UserId user, CancellationToken cancellationToken) => Task.FromResult(ManagerScope.None);
}
