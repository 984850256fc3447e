using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Tests.Updates;
using DrAivBot.Testing;
using DrAivBot.Testing.Conformance;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DrAivBot.Host.Tests.Isolation;

/// <summary>
/// Two companies, every route, the ids of the other company: nothing of it comes out, nothing in it changes, and the words
/// are those for what does not exist. The attacker's presses are sealed by the host's own key, so only the database stands
/// between them and the other company.
/// </summary>
public sealed class CompanyIsolationTests(NotesHost notes) : IClassFixture<NotesHost>
{
    private static readonly string[] Canaries = ["Канарейка", "ТайнаяКомпания", "ЖертваИмя"];

    [Fact]
    public async Task No_route_shows_or_changes_anything_of_another_company()
    {
        var (victim, attacker) = await TwoCompaniesAsync();
        var before = await FingerprintAsync(victim);
        foreach (var route in Routes().Where(ForgedPress.CarriesId))
        {
            foreach (var id in await IdsOfAsync(victim))
            {
                var theirs = await PressAsync(attacker, route, id);
                var nothing = await PressAsync(attacker, route, Guid.CreateVersion7());
                Assert.True(theirs == nothing, $"{route.Name} tells that {id} exists:\n{theirs}\nand for nothing:\n{nothing}");
            }
        }

        Assert.Equal(before, await FingerprintAsync(victim));
        Assert.All(attacker.Messages, message => Assert.DoesNotContain(Canaries, canary => message.ToString().Contains(canary, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Renaming_and_deleting_anothers_note_finds_nothing()
    {
        var (victim, attacker) = await TwoCompaniesAsync();
        var note = (await IdsOfAsync(victim))[0];
        var rename = Routes().Single(route => route.Name == "notes.write");
        await PressAsync(attacker, rename, note);
        Assert.Contains("Какой текст у заметки?", attacker.Screen.Text, StringComparison.Ordinal);
        await attacker.SayAsync("Взломано");
        Assert.Contains("Не найдено или недоступно.", attacker.Screen.Text, StringComparison.Ordinal);

        await PressAsync(attacker, Routes().Single(route => route.Name == "notes.delete"), note);
        Assert.Equal("Не найдено или недоступно.", attacker.Toast);
        await attacker.StartAsync($"note_{note}");
        Assert.Contains("Не найдено или недоступно.", attacker.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(["Канарейка"], await notes.NotesOfAsync(victim));
    }

    [Fact]
    public async Task Who_may_not_act_hears_what_they_would_hear_of_nothing()
    {
        var owner = await notes.OwnerWithNotesAsync("Хозяин", "Общая");
        var employee = await notes.Chat.NewUserAsync("Сотрудник", "ru");
        await employee.StartAsync();
        await notes.Host.ExecuteAsync("""
            insert into core.members (company_id, user_id, name, joined_at)
            select m.company_id, (select id from core.users where telegram_id = $2), 'Сотрудник', now()
            from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1
            """, owner.Id, employee.Id);
        await employee.SayAsync("/notes");
        Assert.False(employee.Screen.HasButton("Новая"));
        await employee.PressAsync("Общая");
        Assert.False(employee.Screen.HasButton("Удалить"));

        var delete = Routes().Single(route => route.Name == "notes.delete");
        var denied = await PressAsync(employee, delete, (await IdsOfAsync(owner))[0]);
        Assert.Equal("Не найдено или недоступно.", employee.Toast);
        Assert.Equal(await PressAsync(employee, delete, Guid.CreateVersion7()), denied);
        Assert.Equal(["Общая"], await notes.NotesOfAsync(owner));

        var guest = await notes.Chat.NewUserAsync("Гость", "ru");
        await guest.StartAsync();
        foreach (var route in Routes().Where(route => !route.AllowsGuests))
        {
            if (await PressAsync(guest, route, (await IdsOfAsync(owner))[0]) is not null)
            {
                Assert.Equal("Не найдено или недоступно.", guest.Toast);
            }
        }
    }

    [Fact]
    public async Task Under_a_modules_role_there_are_no_rows_without_a_company()
    {
        await TwoCompaniesAsync();
        var access = notes.Host.Services.GetRequiredService<DatabaseAccess>();
        foreach (var module in new[] { "notes", "company" })
        {
            await using var database = await TurnDatabase.OpenAsync(access, TestContext.Current.CancellationToken);
            var connection = await database.AsModuleAsync(module, TestContext.Current.CancellationToken);
            var tables = await ListAsync(connection, """
                select c.oid::regclass::text from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('core', 'notes')
                  and has_schema_privilege(c.relnamespace, 'usage') and has_table_privilege(c.oid, 'select')
                """);
            Assert.NotEmpty(tables);
            foreach (var table in tables)
            {
                Assert.Equal(["0"], await ListAsync(connection, $"select count(*)::text from {table}"));
            }
        }
    }

    private async Task<(ChatUser Victim, ChatUser Attacker)> TwoCompaniesAsync()
    {
        var victim = await notes.Chat.NewOwnerAsync("ЖертваИмя", "ru", "ТайнаяКомпания");
        await victim.SayAsync("/notes");
        await victim.PressAsync("Новая");
        await victim.SayAsync("Канарейка");
        return (victim, await notes.OwnerWithNotesAsync("Чужой", "Моя"));
    }

    private Route[] Routes()
    {
        var routes = notes.Host.Services.GetRequiredService<ModuleCatalogue>().Routes.Modules
            .Where(module => module.Manifest.Id is "company" or "notes").SelectMany(module => module.Routes).ToArray();
        Assert.True(routes.Length >= 13, $"Only {routes.Length} routes.");
        return routes;
    }

    /// <summary>Presses a route with every id in it being the one given, and tells what the attacker sees; null when it does not fit into a button.</summary>
    private async Task<string?> PressAsync(ChatUser attacker, Route route, Guid id)
    {
        var seen = await new ForgedPress(notes.Host, attacker).PressAsync(route, id);
        Assert.True(seen is null || attacker.Answered, $"{route.Name} was not answered.");
        return seen;
    }

    private async Task<IReadOnlyList<Guid>> IdsOfAsync(ChatUser owner) => await notes.Host.ListAsync<Guid>("""
        with mine as (select m.company_id from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1)
        (select id from notes.notes where company_id in (select company_id from mine) limit 1)
        union all (select id from core.positions where company_id in (select company_id from mine) and number in (1, 21))
        """, owner.Id);

    /// <summary>Every row of the company in every table that has companies.</summary>
    private async Task<string> FingerprintAsync(ChatUser owner)
    {
        var tables = await notes.Host.ListAsync<string>("""
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id'
            where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('core', 'notes') and c.relname not in ('sessions', 'users') order by 1
            """);
        Assert.True(tables.Count >= 12);
        var sums = new List<string>();
        foreach (var table in tables)
        {
            sums.Add(table + " " + await notes.Host.QueryAsync<string>($"""
                select coalesce(md5(string_agg(t::text, '|' order by t::text)), '-') from {table} t
                where company_id in (select m.company_id from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1)
                """, owner.Id));
        }

        return string.Join('\n', sums);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
