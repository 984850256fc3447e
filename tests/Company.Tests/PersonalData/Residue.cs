using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.PersonalData;

/// <summary>Looks through every row of every table of every schema, as a superuser whom no policy binds.</summary>
internal static class Residue
{
    private const string Tables = """
        select format('%I.%I', table_schema, table_name) from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1
        """;

    /// <summary>The tables in which a word stands, and how often.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(TestHost host, params object[] words)
    {
        var found = new List<string>();
        foreach (var table in await host.ListAsync<string>(Tables))
        {
            foreach (var word in words)
            {
                var rows = await host.QueryAsync<long>($@"select count(*) from {table} as row where row::text ~ ('\m' || $1 || '\M')", $"{word}");
                if (rows > 0)
                {
                    found.Add($"{table}: {word} ×{rows}");
                }
            }
        }

        return found;
    }
}
