using DrAivBot.Host.Modules;
using DrAivBot.Host.Tests.Database;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Modules;

/// <summary>A real module for every line of the lint that keeps companies apart.</summary>
public sealed class BadSchemaTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("NoCompanyId", "bad_schema.t has no column company_id")]
    [InlineData("NotForced", "bad_schema.t has no row level security forced on its owner")]
    [InlineData("OpenPolicy", "Policy everyone on bad_schema.t lets through")]
    [InlineData("KeyWithoutCompany", "is a primary key that does not begin")]
    [InlineData("UniqueAcrossCompanies", "is unique across companies")]
    [InlineData("ForeignKeyWithoutCompany", "does not begin with company_id on both sides")]
    [InlineData("IndexWithoutCompany", "does not begin with company_id and goes unused")]
    [InlineData("OwnerRightsView", "View bad_schema.v runs with the rights of its owner")]
    [InlineData("StoredView", "Materialized view bad_schema.v")]
    [InlineData("UnpinnedDefiner", "is SECURITY DEFINER without a search_path")]
    [InlineData("PublicDefiner", "everyone may call it")]
    [InlineData("CachedCompany", "reads app.company_id but is declared IMMUTABLE")]
    public async Task A_module_whose_tables_would_mix_companies_is_refused_and_leaves_no_trace(string plugin, string sentence)
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        await using var modules = new TestModules { Migrate = database.Runner.MigrateAsync };

        await modules.With("bad_schema", plugin).With("good", "Good").LoadAsync();

        Assert.Equal((ModuleState.Refused, ModuleState.Active), (modules["bad_schema"].State, modules["good"].State));
        Assert.Contains(sentence, modules["bad_schema"].Reason, StringComparison.Ordinal);
        Assert.False(await database.AskAsync<bool>("select exists (select from pg_namespace where nspname = 'bad_schema')"));
    }
}
