using DrAivBot.Organisation;

namespace DrAivBot.Testing;

/// <summary>
/// A registered company with people in it. Needs the module <c>company</c> in the host.
/// <code>
/// var company = await TestCompany.FoundAsync(host, "North Wind", "en");
/// var boris = await company.HireAsync("Boris", position: 6);
/// await company.Owner.PressAsync("Structure");
/// </code>
/// </summary>
public sealed class TestCompany
{
    private const int ExecutivePosition = 19;
    private const int ManagerPosition = 6;
    private readonly TestHost _host;

    private TestCompany(TestHost host, ChatUser owner, string name, Guid id) => (_host, Owner, Name, Id) = (host, owner, name, id);

    /// <summary>Who registered it and holds position 21; every other position is theirs until somebody is hired for it.</summary>
    public ChatUser Owner { get; }

    /// <summary>The company's name.</summary>
    public string Name { get; }

    /// <summary>The value of <c>company_id</c> in the tables.</summary>
    public Guid Id { get; }

    /// <summary>Registers a company through the chat, in the zone of Moscow, counting in roubles.</summary>
    /// <param name="host">A running host with the module <c>company</c>.</param>
    /// <param name="name">Its name, 2 to 100 characters.</param>
    /// <param name="language">The owner's language, <c>ru</c> or <c>en</c>.</param>
    /// <returns>The company.</returns>
    public static async Task<TestCompany> FoundAsync(TestHost host, string name, string language = "en")
    {
        var owner = await host.Chat.NewOwnerAsync("Anna", language, name);
        var id = await host.QueryAsync<Guid>("select company_id from core.sessions where telegram_id = $1", owner.Id);
        return new(host, owner, name, id);
    }

    /// <summary>A new member without a position: an employee.</summary>
    /// <param name="name">Their first name.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <returns>The member, in front of the menu.</returns>
    public async Task<ChatUser> HireAsync(string name, string language = "en")
    {
        var member = await _host.Chat.NewUserAsync(name, language);
        await member.StartAsync();
        await _host.ExecuteAsync(
            "insert into core.members (company_id, user_id, name, joined_at) select $1, id, $2, now() from core.users where telegram_id = $3",
            Id, name, member.Id);
        await member.SayAsync("/menu");
        return member;
    }

    /// <summary>A new member who holds a position, which the owner held for the time being.</summary>
    /// <param name="name">Their first name.</param>
    /// <param name="position">The number on the chart: 1 to 20 head a department, 19 is the executive director's.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <returns>The member, in front of the menu.</returns>
    public async Task<ChatUser> HireAsync(string name, int position, string language = "en")
    {
        var member = await HireAsync(name, language);
        await _host.ExecuteAsync(
            """
            update core.holdings set until = greatest(now(), since)
            where company_id = $1 and until is null and position_id = (select id from core.positions where company_id = $1 and number = $2)
            """,
            Id, position);
        await _host.ExecuteAsync(
            """
            insert into core.holdings (company_id, id, position_id, user_id, since)
            select $1, gen_random_uuid(), p.id, u.id, now() from core.positions p, core.users u
            where p.company_id = $1 and p.number = $2 and u.telegram_id = $3
            """,
            Id, position, member.Id);
        await member.SayAsync("/menu");
        return member;
    }

    /// <summary>Somebody of a role: the owner, or a new member with a position that gives it.</summary>
    /// <param name="role">One role.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>; the owner keeps theirs.</param>
    /// <returns>The member, in front of the menu.</returns>
    public Task<ChatUser> MemberAsync(CompanyRoles role, string language = "en") => role switch
    {
        CompanyRoles.Owner => Task.FromResult(Owner),
        CompanyRoles.Executive => HireAsync("Egor", ExecutivePosition, language),
        CompanyRoles.Manager => HireAsync("Maria", ManagerPosition, language),
        CompanyRoles.Employee => HireAsync("Vera", language),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Name one role; a guest is made with host.Chat.NewUserAsync."),
    };
}
