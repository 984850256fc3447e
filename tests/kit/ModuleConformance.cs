using DrAivBot.Organisation;
using DrAivBot.Testing.Conformance;
using Xunit;

namespace DrAivBot.Testing;

/// <summary>
/// What the host expects of every module, as tests: inherit, say which module, and run.
/// <code>
/// public sealed class WishesConformance(ConformanceStage stage) : ModuleConformance(stage)
/// {
///     protected override TestModule Module => TestModule.Built("wishes", "Example.Wishes");
/// }
/// </code>
/// Needs <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>. Each failure names what is wrong, where, and the cure.
/// </summary>
/// <param name="stage">Given by the runner.</param>
public abstract class ModuleConformance(ConformanceStage stage) : IClassFixture<ConformanceStage>
{
    /// <summary>The module.</summary>
    protected abstract TestModule Module { get; }

    /// <summary>The modules that run beside it: by default <see cref="TestModule.Company"/>, through which companies come about.</summary>
    protected virtual IReadOnlyList<TestModule> Others => Module.Id == "company" ? [] : [TestModule.Company];

    /// <summary>
    /// What is typed, one after another, where the module asks for a text: one of them should pass its validation. By
    /// default a word and a number.
    /// </summary>
    protected virtual IReadOnlyList<string> Samples => ["Sample", "1"];

    /// <summary>How many buttons one role presses at most. 300 by default.</summary>
    protected virtual int MostPresses => 300;

    /// <summary>
    /// Whether the host has a language model that modules may ask, so that screens of consent and quota are looked at too.
    /// It answers nothing that is of use. False by default.
    /// </summary>
    protected virtual bool HasAssistant => false;

    private ConformanceSubject Subject => new()
    {
        Module = Module,
        Others = Others,
        Samples = Samples,
        MostPresses = MostPresses,
        HasAssistant = HasAssistant,
        PrepareAsync = PrepareAsync,
    };

    /// <summary>The host takes the module: contracts, references, declarations, texts, settings, tables.</summary>
    /// <returns>When it was looked at.</returns>
    [Fact]
    public async Task The_host_takes_it_and_nothing_forbidden_is_referenced() => Expect(
        await stage.RefusalAsync(Subject) is { } refusal
            ? [new(refusal, Module.Path, "Do what the reason says; the guide has a section \"What gets refused\".")]
            : []);

    /// <summary>Every language has every text, with the same placeholders and all plural forms of the language.</summary>
    /// <returns>When it was looked at.</returns>
    [Fact]
    public async Task Texts_are_complete_in_every_language_with_equal_placeholders_and_plural_forms() =>
        Expect(await TextsCheck.RunAsync(Module, TestContext.Current.CancellationToken));

    /// <summary>Migrations run from an empty database, and from each older version with rows in its tables.</summary>
    /// <returns>When it was looked at.</returns>
    [Fact]
    public async Task Migrations_run_from_empty_and_from_every_older_version() =>
        Expect(await new MigrationCheck(stage.Postgres, Module).RunAsync(TestContext.Current.CancellationToken));

    /// <summary>Row level security stands on every table, and without a company no row is seen.</summary>
    /// <returns>When it was looked at.</returns>
    [Fact]
    public async Task Tables_keep_companies_apart() =>
        Expect(await new TableCheck(stage.Postgres, Module).RunAsync(TestContext.Current.CancellationToken));

    /// <summary>Two companies, every route, the ids of the other: nothing comes out, nothing changes.</summary>
    /// <returns>When it was looked at.</returns>
    [Fact]
    public async Task No_route_tells_or_changes_anything_of_another_company() =>
        Expect(await new IsolationCheck(await HostAsync(), Subject).RunAsync());

    /// <summary>
    /// Every button that is reached leads somewhere or says something, carries at most 64 bytes, and every screen has a
    /// way back and to the menu.
    /// </summary>
    /// <param name="role">Who presses; <see cref="CompanyRoles.None"/> is a guest.</param>
    /// <returns>When it was looked at.</returns>
    [Theory]
    [InlineData(CompanyRoles.Owner)]
    [InlineData(CompanyRoles.Executive)]
    [InlineData(CompanyRoles.Manager)]
    [InlineData(CompanyRoles.Employee)]
    [InlineData(CompanyRoles.None)]
    public async Task Every_button_answers_and_every_screen_has_a_way_back_for(CompanyRoles role) =>
        Expect(await RoleCrawl.RunAsync(await HostAsync(), Subject, role));

    /// <summary>After use its code leaves memory, so that it can be replaced without a restart.</summary>
    /// <returns>When it was looked at.</returns>
    [Fact]
    public async Task Its_code_leaves_memory_after_use()
    {
        await HostAsync();
        Expect(await new UnloadCheck(stage, Subject).RunAsync());
    }

    /// <summary>
    /// Fills a company with what the module keeps, so that there is something to steal and to press: talk as
    /// <paramref name="owner"/>, or write rows with <see cref="TestHost.ExecuteAsync"/>. By default does nothing, which is
    /// enough for a module without tables.
    /// </summary>
    /// <param name="host">The running host.</param>
    /// <param name="owner">The owner of a company of their own; in English.</param>
    /// <returns>When the company has at least one row in every table of the module.</returns>
    protected virtual Task PrepareAsync(TestHost host, ChatUser owner) => Task.CompletedTask;

    private async Task<TestHost> HostAsync()
    {
        var host = await stage.HostAsync(Subject);
        Assert.SkipWhen(host is null, "The host refuses the module; see the first fact.");
        return host!;
    }

    private void Expect(IReadOnlyList<ConformanceFinding> findings)
    {
        if (findings.Count > 0)
        {
            Assert.Fail($"Module '{Module.Id}': {findings.Count} finding(s).\n\n" + string.Join("\n\n", findings));
        }
    }
}
