using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Tests.Modules;

/// <summary>Each test runs a good module beside the broken one: it must go on working.</summary>
public sealed class ModuleRefusalTests
{
    [Theory]
    [InlineData("NoModule", "It has no class that implements IBotModule")]
    [InlineData("TwoModules", "It has 2 module classes: DrAivBot.TestPlugins.TwoModules.FirstModule, DrAivBot.TestPlugins.TwoModules.SecondModule")]
    [InlineData("HiddenModule", "Hidden implements IBotModule, but is not a public, non-abstract class")]
    [InlineData("OldContract", "It was compiled with contracts 0.9, but the host has 1.1. Compile the module with contracts 1.x.")]
    [InlineData("NextContract", "It was compiled with contracts 1.4, but the host has 1.1. Update the host, or compile")]
    [InlineData("NewerContract", "It uses what the host's contracts do not have: DrAivBot.IModuleBuilder.AddJob, type DrAivBot.IJob.")]
    [InlineData("BundlesContracts", "Its folder holds a copy of DrAivBot.Contracts.dll, whose types are not the host's. Write Private=\"false\"")]
    [InlineData("ReferencesHost", "DrAivBot.TestPlugins.ReferencesHost references DrAivBot.Host. A module references the contracts only")]
    [InlineData("ThrowsInConstructor", "Loading it threw InvalidOperationException: the licence file is missing")]
    [InlineData("ThrowsOnRegister", "Loading it threw OddityException: the moon is full (at DrAivBot.TestPlugins.ThrowsOnRegister.")]
    [InlineData("NeedsMissing", "needs module 'company', which is not enabled. Add \"company\" to plugins.json.")]
    [InlineData("LacksService", "DrAivBot.TestPlugins.LacksService.Kettle needs DrAivBot.TestPlugins.LacksService.Water, which nobody registered. Add it to module.Services")]
    [InlineData("BadTexts", "bad_texts.only.russian")]
    public async Task A_broken_module_is_refused_in_words_and_the_others_run(string folder, string words)
    {
        await using var modules = await new TestModules().With(IdOf(folder), folder).With("good", "Good").LoadAsync();

        var broken = modules[IdOf(folder)];
        Assert.Equal(ModuleState.Refused, broken.State);
        Assert.Contains(words, broken.Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Active, modules["good"].State);
        Assert.True(modules.Catalogue.Routes.TryFindCommand("hello", out _));
    }

    [Fact]
    public async Task A_module_that_hangs_is_refused_at_the_deadline_and_the_others_run()
    {
        await using var modules = await new TestModules { Timeout = TimeSpan.FromSeconds(2) }
            .With("hangs_register", "HangsOnRegister").With("good", "Good").LoadAsync();

        Assert.Contains("did not finish its constructor, Manifest and Register within 2 seconds", modules["hangs_register"].Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Active, modules["good"].State);
    }

    [Fact]
    public async Task Every_wrong_declaration_is_reported_at_once()
    {
        await using var modules = await new TestModules().With("bad_declarations", "BadDeclarations").LoadAsync();

        var reason = modules["bad_declarations"].Reason;
        Assert.All(
            new[]
            {
                "AddTexts(\"Texts\") finds no embedded file Texts/ru.json. Add <EmbeddedResource",
                "AddMigrations(\"Migrations\") finds no embedded files",
                "Permission \"others.edit\" must start with \"bad_declarations.\"",
                "Menu item \"bad_declarations.menu.open\" opens Nowhere, but no screen draws it",
                "A menu item needs the text \"bad_declarations.menu.open\", which the module does not have",
                "Dialog \"Form!\" is not a valid id",
                "The session slot \"draft\" stores FormState, for which there is no JSON metadata. Add [JsonSerializable(typeof(FormState))]",
                "Untagged has no [Callback] attribute, so no button can carry it. Add [Callback(\"untagged\")]",
                "Untagged requires \"bad_declarations.edti\", a permission the module does not declare. Did you mean \"bad_declarations.edit\"?",
                "First and Second both have [Callback(\"same\")]",
                "Priced.Amount is of type Decimal, which a button cannot carry",
                "Command \"/help\" belongs to the host",
                "Command \"/Bad-Name\" is not a name Telegram accepts",
                "Deep link prefix \"inv_more_\" and \"inv_\" cannot be told apart",
            },
            words => Assert.Contains(words, reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_modules_with_one_command_the_later_in_the_file_is_refused_naming_both()
    {
        await using var modules = await new TestModules().With("clash_b", "RouteClashB").With("clash_a", "RouteClashA").LoadAsync();

        Assert.Equal(ModuleState.Active, modules["clash_b"].State);
        Assert.Contains("Command \"/clash\" of module 'clash_a' is already a command of module 'clash_b'", modules["clash_a"].Reason, StringComparison.Ordinal);
        Assert.Contains("Deep link prefix \"cl_\" of module 'clash_a' and \"cl_b\" of module 'clash_b' cannot be told apart", modules["clash_a"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Modules_that_need_each_other_are_refused_with_the_circle()
    {
        await using var modules = await new TestModules().With("cycle_a", "CycleA").With("cycle_b", "CycleB").With("good", "Good").LoadAsync();

        Assert.Contains("cycle_a → cycle_b → cycle_a", modules["cycle_a"].Reason, StringComparison.Ordinal);
        Assert.Contains("cycle_b → cycle_a → cycle_b", modules["cycle_b"].Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Active, modules["good"].State);
    }

    [Fact]
    public async Task A_module_starts_after_the_one_it_needs_whatever_their_order_in_the_file()
    {
        await using var modules = await new TestModules().With("needs_good", "NeedsGood").With("good", "Good").LoadAsync();

        Assert.Equal(ModuleState.Active, modules["needs_good"].State);
        Assert.Equal(["good", "needs_good"], modules.Migrated.Select(target => target.Schema));
    }

    [Fact]
    public async Task A_needed_module_that_is_switched_off_is_named_with_the_switch()
    {
        await using var modules = await new TestModules().With("needs_good", "NeedsGood").With("good", "Good", enabled: false).LoadAsync();

        Assert.Contains("Set \"enabled\": true for \"good\" in plugins.json.", modules["needs_good"].Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Disabled, modules["good"].State);
    }

    [Fact]
    public async Task A_failed_migration_refuses_the_module_and_those_that_need_it()
    {
        await using var modules = new TestModules
        {
            Migrate = (target, _) => target.Owner == "good" ? throw new InvalidOperationException("0002 has no table") : Task.CompletedTask,
        };
        await modules.With("needs_good", "NeedsGood").With("good", "Good").With("notes", "Notes").LoadAsync();

        Assert.Contains("0002 has no table", modules["good"].Reason, StringComparison.Ordinal);
        Assert.Contains("needs module 'good', which is refused itself", modules["needs_good"].Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Active, modules["notes"].State);
        Assert.Equal(["0001_notes.sql"], modules["notes"].MigrationsApplied);
    }

    [Theory]
    [InlineData("{ \"limti\": 3 }", "$.modules[0].settings.limti: the module has no such setting. Did you mean \"limit\"?")]
    [InlineData("{ \"limit\": \"many\" }", "$.modules[0].settings.limit: The JSON value could not be converted to System.Int32")]
    public async Task A_setting_that_does_not_fit_refuses_the_module_naming_its_path(string settings, string words)
    {
        using var json = System.Text.Json.JsonDocument.Parse(settings);
        await using var modules = await new TestModules().With("good", "Good", json.RootElement).LoadAsync();

        Assert.Contains(words, modules["good"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_names_what_is_there_instead()
    {
        var path = TestModules.FileOf("Good").Replace("Good.dll", "Godo.dll", StringComparison.Ordinal);
        await using var modules = await new TestModules().WithFile("good", path).LoadAsync();

        Assert.Contains($"There is no file {path}. Did you mean \"DrAivBot.TestPlugins.Good.dll\"?", modules["good"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_or_half_copied_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("draivbot-half-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "text.dll"), "no assembly", TestContext.Current.CancellationToken);
        var whole = await File.ReadAllBytesAsync(TestModules.FileOf("Good"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, "half.dll"), whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        await using var modules = await new TestModules().WithFile("text", Path.Combine(folder, "text.dll"))
            .WithFile("half", Path.Combine(folder, "half.dll")).With("good", "Good").LoadAsync();
        Directory.Delete(folder, recursive: true);

        Assert.Contains("is no .NET assembly, or a damaged one", modules["text"].Reason, StringComparison.Ordinal);
        Assert.Contains("is no .NET assembly, or a damaged one", modules["half"].Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Active, modules["good"].State);
    }

    [Fact]
    public async Task Another_hash_than_demanded_is_refused_and_the_demanded_one_runs()
    {
        await using var wrong = await new TestModules().With("good", "Good", sha256: new string('0', 64)).LoadAsync();
        await using var right = await new TestModules().With("good", "Good", sha256: wrong["good"].Hash).LoadAsync();

        Assert.Contains($"has the SHA-256 {wrong["good"].Hash}, but plugins.json demands 000", wrong["good"].Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Active, right["good"].State);
    }

    [Fact]
    public async Task Another_id_in_plugins_json_than_in_the_manifest_is_refused()
    {
        await using var modules = await new TestModules().With("better", "Good").LoadAsync();

        Assert.Contains("plugins.json calls the module \"better\", but it calls itself \"good\"", modules["better"].Reason, StringComparison.Ordinal);
    }

    private static string IdOf(string folder) => folder switch
    {
        "ThrowsInConstructor" => "throws_ctor",
        "ThrowsOnRegister" => "throws_register",
        "NeedsMissing" => "needs_missing",
        "LacksService" => "lacks_service",
        "BadTexts" => "bad_texts",
        _ => folder.ToLowerInvariant(),
    };
}
