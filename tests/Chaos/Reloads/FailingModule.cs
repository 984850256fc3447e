namespace DrAivBot.Chaos.Reloads;

/// <summary>A module that fails at one stage of its life.</summary>
/// <param name="Stage">The stage, in words.</param>
/// <param name="Id">The id of its manifest.</param>
/// <param name="Folder">Its test plugin.</param>
internal sealed record FailingModule(string Stage, string Id, string Folder)
{
    /// <summary>One for each stage, in the order of a life.</summary>
    public static IReadOnlyList<FailingModule> All { get; } =
    [
        new("the gate (built for newer contracts)", "newercontract", "NewerContract"),
        new("its constructor", "throws_ctor", "ThrowsInConstructor"),
        new("Register", "throws_register", "ThrowsOnRegister"),
        new("its declarations (texts)", "bad_texts", "BadTexts"),
        new("its migration", "bad_migration", "BadMigration") { Unloads = 1 },
        new("a handler", "chaos", "Chaos") { State = "active", Unloads = 1, Writes = 2 },
        new("its end (never disposed)", "live", "Live") { State = "active", Unloads = 1, Writes = 1, Then = "stuck" },
        new("Register, which never returns", "hangs_register", "HangsOnRegister") { Stays = 1 },
    ];

    /// <summary>The state it comes to, as the metrics call it.</summary>
    public string State { get; init; } = "refused";

    /// <summary>How many versions leave memory by it: what never got to its declarations is no version yet.</summary>
    public int Unloads { get; init; }

    /// <summary>Assemblies that stay in memory: a thread that hangs cannot be stopped.</summary>
    public int Stays { get; init; }

    /// <summary>How often somebody writes to it while it is there.</summary>
    public int Writes { get; init; }

    /// <summary>How its settings tell it to fail; empty when it needs no telling.</summary>
    public string Then { get; init; } = "";
}
