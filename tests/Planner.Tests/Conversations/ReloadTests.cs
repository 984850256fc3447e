using System.Text.Json.Nodes;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>Another build of the planner takes the place of the running one, while people and reminders are under way.</summary>
public sealed class ReloadTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Copies = 200;

    private readonly PlannerHost _planner = new(postgres);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _planner.InitializeAsync();

    public ValueTask DisposeAsync() => _planner.DisposeAsync();

    [Fact]
    public async Task A_live_reload_during_a_dialog_loses_nothing_of_it()
    {
        var firm = await _planner.FoundAsync("Reloaded dialog");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris"));
        await Plans.CreateAsync(boris, "Stands", Plans.InDays(2), "10:00");
        await Plans.StepsAsync(anna, "Review", Plans.InDays(1), "15:00");
        await boris.PressAsync("✏️ Edit");
        await boris.PressAsync("📍 Place");
        await ReplaceAsync();
        await SeeReplacedAsync();
        await anna.SayAsync("Boris");
        await anna.PressAsync("Boris");
        await anna.PressAsync("✅ Done");
        Plans.Has(anna, "Review", "15:00–16:00", "👥 Boris");
        await anna.PressAsync("✅ Create");
        Plans.Has(anna, "▫️ Boris");
        await boris.SayAsync("Room 5");
        Plans.Has(boris, "Stands", "📍 Room 5");
    }

    [Fact]
    public async Task A_live_reload_while_reminders_are_due_loses_none_and_repeats_none()
    {
        var firm = await _planner.FoundAsync("Reloaded reminders");
        await Plans.CreateAsync(firm.Owner, "Original", Plans.InDays(2), "15:00");
        await CopyAsync(firm.Id);
        await using (var superuser = NpgsqlDataSource.Create(_planner.Host.ConnectionString))
        {
            await TurnedClock.TurnAsync(superuser, new DateTimeOffset(Plans.InDays(1).ToDateTime(new TimeOnly(15, 1)), TimeSpan.FromHours(3)) - TimeProvider.System.GetUtcNow(), Cancel);
        }

        // Some have come, the others are on their way.
        await UntilAsync(async () => await CountAsync(firm) > Copies / 10);
        var before = await CountAsync(firm);
        await ReplaceAsync();
        await SeeReplacedAsync();
        await _planner.TimesToldAsync(firm.Owner, "🔔 ");
        var reminders = firm.Owner.Messages.Where(message => message.FromBot && message.Text.StartsWith("🔔 ", StringComparison.Ordinal)).Select(message => message.Text).ToList();
        Assert.Equal(Copies + 1, reminders.Count);
        Assert.Equal(Copies + 1, reminders.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Copies + 1, await CountAsync(firm));
        TestContext.Current.TestOutputHelper?.WriteLine($"{before} of {Copies + 1} had been said when the module was replaced");
    }

    private Task<long> CountAsync(TestCompany firm) => _planner.Host.QueryAsync<long>("select count(*) from core.notifications where company_id = $1 and module = 'planner'", firm.Id);

    /// <summary>Events like the one there is, each with the reminder of a day before.</summary>
    private async Task CopyAsync(Guid company)
    {
        foreach (var sql in new[]
        {
            """
            insert into planner.events select (jsonb_populate_record(e, jsonb_build_object('id', md5('copy ' || n)::uuid, 'uid', 'copy-' || n, 'title', 'Copy ' || n))).*
            from planner.events e, generate_series(1, $2) n where e.company_id = $1 and e.title = 'Original'
            """,
            """
            insert into planner.occurrences (company_id, event_id, original_start, starts_at, ends_at, local_start, local_end, is_all_day)
            select o.company_id, md5('copy ' || n)::uuid, original_start, starts_at, ends_at, local_start, local_end, is_all_day
            from planner.occurrences o, generate_series(1, $2) n where o.company_id = $1
            """,
            """
            insert into core.jobs (company_id, id, module, name, key, payload, due_at, next_at)
            select j.company_id, gen_random_uuid(), module, name, replace(md5('copy ' || n)::uuid::text, '-', '') || ':1440',
                (payload::jsonb || jsonb_build_object('Event', md5('copy ' || n)::uuid))::text, due_at, next_at
            from core.jobs j, generate_series(1, $2) n where j.company_id = $1 and module = 'planner' and name = 'remind' and key like '%:1440'
            """,
        })
        {
            Assert.True(await _planner.Host.ExecuteAsync(sql, company, Copies) >= Copies);
        }
    }

    /// <summary>The same module with other bytes, as a compiler would have made it, under a path of its own.</summary>
    private async Task ReplaceAsync()
    {
        var (from, to) = (Path.GetDirectoryName(Planner.Module.Path)!, Path.Combine(_planner.Host.DataDirectory, "next-planner"));
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        var next = Path.Combine(to, Path.GetFileName(Planner.Module.Path));
        await File.AppendAllTextAsync(next, "next", Cancel);
        var list = Path.Combine(_planner.Host.DataDirectory, "plugins.json");
        var modules = JsonNode.Parse(await File.ReadAllTextAsync(list, Cancel))!;
        modules["modules"]!.AsArray().First(module => (string?)module!["id"] == "planner")!["path"] = next;
        await File.WriteAllTextAsync(list + ".new", modules.ToJsonString(), Cancel);
        File.Move(list + ".new", list, overwrite: true);
    }

    /// <summary>The build before is gone from memory: nothing runs in it any more.</summary>
    private Task SeeReplacedAsync() => UntilAsync(async () => (await _planner.Host.ReadLogAsync()).Contains("Module 'planner' 1.0 has left memory", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }
}
