using System.Reflection;
using DrAivBot.Host.Database;

namespace DrAivBot.Host.Tests.Database;

public sealed class MigrationScriptsTests
{
    [Fact]
    public void The_hosts_own_scripts_are_found_in_order_and_without_gaps()
    {
        var scripts = MigrationScripts.FromAssembly(typeof(MigrationRunner).Assembly, "Migrations");

        Assert.Equal("0001_foundation.sql", scripts[0].File);
        Assert.Equal(Enumerable.Range(1, scripts.Count), scripts.Select(script => script.Number));
    }

    [Fact]
    public void Names_with_dots_are_found_too()
    {
        var scripts = MigrationScripts.FromAssembly(
            new Embedded("My.Module.Migrations.0002_more.sql", "My.Module.Migrations.0001_tables.sql", "My.Module.Texts.ru.json"), "Migrations");

        Assert.Equal(["0001_tables.sql", "0002_more.sql"], scripts.Select(script => script.File));
    }

    [Theory]
    [InlineData("Migrations/1_tables.sql")]
    [InlineData("Migrations/0001-tables.sql")]
    [InlineData("Migrations/tables.sql")]
    [InlineData("Migrations/0001_Tables.sql")]
    public void A_misnamed_file_is_refused_with_the_right_form(string name)
    {
        var refusal = Assert.Throws<MigrationRefusedException>(() => MigrationScripts.FromAssembly(new Embedded(name), "Migrations"));

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("NNNN_what.sql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_is_taken_apart_at_its_semicolons_and_nowhere_else()
    {
        const string sql =
            """
            -- first; not a statement
            create table a (t text default ';');  /* ; /* nested; */ ; */
            create function f() returns int language sql begin atomic; select case when true then 1 else 2 end; end;
            do $body$ begin perform ';'; end $body$;
            select E'it\'s; ' || "odd;name" || $$;$$

            ; ;
            """;

        Assert.Equal(
            [(2, "create table"), (3, "create function"), (4, "do $body$"), (5, "select e'it\\'s")],
            SqlSplitter.Split(sql).Select(s => (s.Line, string.Join(' ', s.Opening.Split(' ')[..2]))));
    }

    [Theory]
    [InlineData(-1, 30, "MinPoolSize")]
    [InlineData(11, 30, "MinPoolSize")]
    [InlineData(2, 1, "MaxPoolSize")]
    [InlineData(0, 501, "MaxPoolSize")]
    public void Pool_sizes_out_of_range_are_named(int min, int max, string name)
    {
        Assert.StartsWith(name, Assert.Single(new PoolOptions { MinPoolSize = min, MaxPoolSize = max }.Check()), StringComparison.Ordinal);
        Assert.Empty(new PoolOptions().Check());
    }

    private sealed class Embedded(params string[] names) : Assembly
    {
        public override string[] GetManifestResourceNames() => names;

        public override Stream GetManifestResourceStream(string name) => new MemoryStream("select 1"u8.ToArray());

        public override AssemblyName GetName() => new("My.Module");
    }
}
