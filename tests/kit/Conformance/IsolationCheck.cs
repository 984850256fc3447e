using DrAivBot.Host.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Testing.Conformance;

/// <summary>Two companies: the owner of one presses every route with every id of the other, sealed as if the bot had offered it.</summary>
internal sealed class IsolationCheck(TestHost host, ConformanceSubject subject)
{
    private const int ShortestWord = 5;
    private readonly List<ConformanceFinding> _findings = [];

    public async Task<IReadOnlyList<ConformanceFinding>> RunAsync()
    {
        if (!subject.Others.Append(subject.Module).Any(module => module.Id == "company"))
        {
            return [];
        }

        var victim = await TestCompany.FoundAsync(host, "Robbed and Sons");
        await subject.PrepareAsync(host, victim.Owner);
        var rows = new CompanyRows(host, subject.Id, victim.Id);
        _findings.AddRange((await rows.EmptyTablesAsync()).Select(table => new ConformanceFinding(
            "There is nothing to steal, so this check could not fail.", table,
            "Override PrepareAsync of the conformance class so that the company gets a row in this table.")));
        var attacker = (await TestCompany.FoundAsync(host, "Nosy Parkers")).Owner;
        await AttackAsync(attacker, rows);
        await FindWordsAsync(attacker, rows);
        return _findings;
    }

    private async Task AttackAsync(ChatUser attacker, CompanyRows rows)
    {
        var press = new ForgedPress(host, attacker);
        var catalogue = host.Services.GetRequiredService<ModuleCatalogue>();
        var ids = await rows.IdsAsync();
        foreach (var route in ButtonKinds.Routes(catalogue, subject.Id))
        {
            // What carries no id answers twice the same act, which may rightly differ: a second head is not added.
            await TryAsync(attacker, rows, $"route {route.Name}", ForgedPress.CarriesId(route) ? ids : [], id => press.PressAsync(route, id));
            await press.PressAsync(route, 1);
        }

        foreach (var link in catalogue.Routes.Modules.Where(module => module.Manifest.Id == subject.Id).SelectMany(module => module.DeepLinks))
        {
            await TryAsync(attacker, rows, $"deep link {link.Prefix}…", ids, async id => await press.OpenAsync(link.Prefix, id));
        }
    }

    private async Task TryAsync(ChatUser attacker, CompanyRows rows, string where, IReadOnlyList<Guid> ids, Func<Guid, Task<string?>> tryAsync)
    {
        var before = await rows.FingerprintAsync();
        foreach (var id in ids)
        {
            var theirs = await tryAsync(id);
            await AnswerAsync(attacker);
            var nothing = await tryAsync(Guid.CreateVersion7());
            if (theirs != nothing)
            {
                _findings.Add(new(
                    $"An id of another company is answered otherwise than one that never was:\n{theirs}\n    and for nothing:\n{nothing}", where,
                    "Look the id up in the database of the turn, keep nothing of companies in static fields or caches, and answer Reply.NotFound for both."));
                break;
            }
        }

        var after = await rows.FingerprintAsync();
        _findings.AddRange(before.Where(sum => after[sum.Key] != sum.Value).Select(sum => new ConformanceFinding(
            $"{sum.Key} of another company changed.", where, "Change rows by id and company only; row level security must stand on the table.")));
    }

    /// <summary>A forged press may have begun a dialog about the other company's row: it is brought to its end.</summary>
    private async Task AnswerAsync(ChatUser attacker)
    {
        foreach (var sample in subject.Samples)
        {
            if (!await host.QueryAsync<bool>("select data::jsonb ? 'dialog' from core.sessions where telegram_id = $1", attacker.Id))
            {
                return;
            }

            await attacker.SayAsync(sample);
        }
    }

    private async Task FindWordsAsync(ChatUser attacker, CompanyRows rows)
    {
        var all = string.Join('\n', attacker.Messages.Select(message => message.ToString()));
        _findings.AddRange((await rows.WordsAsync())
            .Where(word => word.Length >= ShortestWord && !subject.Samples.Contains(word) && all.Contains(word, StringComparison.Ordinal))
            .Distinct()
            .Select(word => new ConformanceFinding(
                $"«{word}» of another company was shown.", "one of the routes above, or a list", "Read rows through the connection of the turn only.")));
    }
}
