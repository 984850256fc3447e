using DrAivBot.Host.Modules;
using DrAivBot.Organisation;
using DrAivBot.Testing;
using DrAivBot.Testing.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>
/// Every route of the module that carries an id, pressed by the owner of one company with the ids of another: of posts,
/// people, invitations, absences, deputies. Sealed by the host's own key, so that only module and core stand in the way.
/// </summary>
public sealed class ForeignIdsTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    private static readonly string[] Secrets = ["Тайный пост", "Сокровенная Вера", "Скрытая фирма"];

    [Fact]
    public async Task No_route_tells_or_changes_anything_by_an_id_of_another_company()
    {
        var (victim, foreign) = await VictimAsync();
        var attacker = await TestCompany.FoundAsync(company.Host, "Любопытные", "ru");
        var press = new ForgedPress(company.Host, attacker.Owner);
        var before = await FingerprintAsync(victim);
        var routes = Routes().Where(route => IdsOf(route).Any()).ToArray();
        foreach (var route in routes)
        {
            var nothing = await press.PressAsync(route, Guid.CreateVersion7());
            foreach (var (what, id) in foreign)
            {
                var theirs = await press.PressAsync(route, id);
                Assert.True(theirs == nothing, $"{route.Name} tells that a foreign {what} exists:\n{theirs}\nand for nothing:\n{nothing}");
            }
        }

        Assert.NotEmpty(routes);
        Assert.Equal(before, await FingerprintAsync(victim));
        AssertNothingSeen(attacker.Owner, since: 0);
    }

    [Fact]
    public async Task An_own_id_beside_a_foreign_one_helps_nobody()
    {
        var (victim, foreign) = await VictimAsync();
        var attacker = await TestCompany.FoundAsync(company.Host, "Хитрецы", "ru");
        var own = await FirstAsync(attacker.Id);
        var press = new ForgedPress(company.Host, attacker.Owner);
        var before = await FingerprintAsync(victim);
        foreach (var route in Routes().Where(route => IdsOf(route).Distinct().Count() > 1))
        {
            foreach (var type in IdsOf(route).Distinct())
            {
                var nothing = await press.PressAsync(route, With(own, type, Guid.CreateVersion7()));
                foreach (var (what, id) in foreign)
                {
                    var theirs = await press.PressAsync(route, With(own, type, id));
                    Assert.True(theirs == nothing, $"{route.Name} takes a foreign {what} as {type.Name}:\n{theirs}\nand for nothing:\n{nothing}");
                }
            }
        }

        Assert.Equal(before, await FingerprintAsync(victim));
        AssertNothingSeen(attacker.Owner, since: 0);
    }

    [Fact]
    public async Task No_old_button_of_one_company_tells_or_changes_anything_while_another_is_active()
    {
        var (hidden, _) = await VictimAsync();
        var anna = hidden.Owner;
        var screens = await WalkAsync(anna);
        var boris = await company.Chat.NewOwnerAsync("Борис", "ru", "Синица");
        await anna.JoinAsync(await boris.InviteAsync(6));
        Assert.Contains("Синица", anna.Screen.Text, StringComparison.Ordinal);
        var (before, since) = (await FingerprintAsync(hidden), anna.Messages.Max(message => message.Changed));
        var other = await company.Host.QueryAsync<Guid>("select company_id from core.sessions where telegram_id = $1", boris.Id);
        var joined = await FingerprintAsync(other);
        // «Back» and «Menu» belong to the host and lead to the present company whenever they are pressed.
        var kinds = new ButtonKinds(company.Host.Services.GetRequiredService<ModuleCatalogue>(), "company");
        var buttons = screens.SelectMany(screen => screen.Buttons.Where(button => button.Data is not null), (screen, button) => (screen, button)).ToArray();
        foreach (var (screen, button) in buttons)
        {
            await anna.PressDataAsync(button.Data!, screen);
            // Silent is the answer to what looks like the second tap on one button of a screen.
            Assert.True(
                anna.Answered && (kinds.Find(button.Data!) is null || anna.Toast is null or "Экран устарел. Вот свежий."),
                $"«{button.Text}» was answered with «{anna.Toast}» and\n{anna.Screen}\nIt stood on\n{screen}");
        }

        Assert.True(buttons.Length > 40, $"Only {buttons.Length} old buttons were pressed.");
        Assert.Equal(before, await FingerprintAsync(hidden));
        Assert.Equal(joined, await FingerprintAsync(other));
        AssertNothingSeen(anna, since);
    }

    private static void AssertNothingSeen(ChatUser user, long since) => Assert.All(
        user.Messages.Where(message => message.Changed > since),
        message => Assert.DoesNotContain(Secrets, secret => message.ToString().Contains(secret, StringComparison.Ordinal)));

    private static Dictionary<Type, Guid> With(IReadOnlyDictionary<Type, Guid> own, Type type, Guid id) => new(own) { [type] = id };

    /// <summary>The types of the ids that a route carries.</summary>
    private static IEnumerable<Type> IdsOf(Route route) => (route.DataType.GetConstructors().SingleOrDefault()?.GetParameters() ?? [])
        .Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
        .Where(type => type == typeof(Guid) || type.GetConstructor([typeof(Guid)]) is not null);

    private Route[] Routes() => [.. company.Host.Services.GetRequiredService<ModuleCatalogue>().Routes.Modules
        .Where(module => module.Manifest.Id == "company").SelectMany(module => module.Routes)];

    /// <summary>A company that has one of everything, and the ids of it all.</summary>
    private async Task<(TestCompany Company, IReadOnlyList<(string What, Guid Id)> Ids)> VictimAsync()
    {
        var victim = await TestCompany.FoundAsync(company.Host, "Скрытая фирма", "ru");
        await victim.HireAsync("Сокровенная Вера", position: 2, "ru");
        await victim.Owner.InviteAsync(6);
        await company.Host.ExecuteAsync("update core.positions set name = 'Тайный пост' where company_id = $1 and number in (1, 2, 6)", victim.Id);
        await company.Host.ExecuteAsync("insert into core.absences (company_id, id, user_id, starts_on, ends_on) select $1, gen_random_uuid(), created_by, current_date, current_date + 9 from core.companies where company_id = $1", victim.Id);
        await company.Host.ExecuteAsync("insert into core.deputies (company_id, id, position_id, user_id, starts_on) select p.company_id, gen_random_uuid(), p.id, h.user_id, current_date from core.positions p join core.holdings h on h.company_id = p.company_id and h.position_id = p.id where p.company_id = $1 and p.number = 2 and h.until is null", victim.Id);
        var ids = new List<(string, Guid)> { ("company", victim.Id) };
        foreach (var (what, sql) in ((string, string)[])
            [
                ("vacant post", "select id from core.positions where company_id = $1 and number = 6"),
                ("filled post", "select id from core.positions where company_id = $1 and number = 2"),
                ("person", "select user_id from core.members where company_id = $1 and name like 'Сокровенная%'"),
                ("invitation", "select id from core.invitations where company_id = $1"),
                ("absence", "select id from core.absences where company_id = $1"),
                ("deputy", "select id from core.deputies where company_id = $1"),
            ])
        {
            ids.Add((what, await company.Host.QueryAsync<Guid>(sql, victim.Id)));
        }

        Assert.DoesNotContain(ids, id => id.Item2 == Guid.Empty);
        return (victim, ids);
    }

    /// <summary>For each type of id one that the company has.</summary>
    private async Task<IReadOnlyDictionary<Type, Guid>> FirstAsync(Guid id)
    {
        var post = await company.Host.QueryAsync<Guid>("select id from core.positions where company_id = $1 and number = 6", id);
        var owner = await company.Host.QueryAsync<Guid>("select created_by from core.companies where company_id = $1", id);
        return new Dictionary<Type, Guid>
        {
            [typeof(PositionId)] = post,
            [typeof(UserId)] = owner,
            [typeof(CompanyId)] = id,
            [typeof(Guid)] = post,
            [typeof(InvitationId)] = post,
            [typeof(AbsenceId)] = post,
            [typeof(DeputyId)] = post,
        };
    }

    private static async Task<IReadOnlyList<ChatMessage>> WalkAsync(ChatUser user)
    {
        var screens = new List<ChatMessage>();
        async Task SeeAsync(Task act)
        {
            await act;
            screens.Add(user.Screen);
        }

        await SeeAsync(user.SayAsync("/menu"));
        await SeeAsync(user.SayAsync("/structure"));
        await SeeAsync(user.PressAsync("2 · "));
        await SeeAsync(user.PressAsync(" 6 · "));
        await SeeAsync(user.PressAsync(" 6 · "));
        await SeeAsync(user.PressAsync("📨"));
        await SeeAsync(user.SayAsync("/invitations"));
        await SeeAsync(user.PressAsync("🟢"));
        await SeeAsync(user.SayAsync("/profile"));
        await SeeAsync(user.SayAsync("/companies"));
        await user.SayAsync("/menu");
        foreach (var label in user.Screen.Buttons.Where(button => button.Data is not null).Select(button => button.Text).ToArray())
        {
            await user.SayAsync("/menu");
            await SeeAsync(user.PressAsync(label));
        }

        return screens;
    }

    private Task<string> FingerprintAsync(TestCompany of) => FingerprintAsync(of.Id);

    /// <summary>Every row of the company in every table that has companies, what a turn keeps for itself left aside.</summary>
    private async Task<string> FingerprintAsync(Guid of)
    {
        var sums = new List<string>();
        foreach (var table in await company.Host.ListAsync<string>("""
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id'
            where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('core', 'company') and c.relname not in ('sessions', 'users', 'outbox', 'notifications') order by 1
            """))
        {
            sums.Add(table + " " + await company.Host.QueryAsync<string>($"select coalesce(md5(string_agg(t::text, '|' order by t::text)), '-') from {table} t where company_id = $1", of));
        }

        return string.Join('\n', sums);
    }
}
