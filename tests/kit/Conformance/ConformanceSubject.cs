namespace DrAivBot.Testing.Conformance;

/// <summary>The module that is looked at, and what its team said about it.</summary>
internal sealed record ConformanceSubject
{
    public required TestModule Module { get; init; }

    /// <summary>The modules that run beside it.</summary>
    public IReadOnlyList<TestModule> Others { get; init; } = [TestModule.Company];

    /// <summary>Fills the owner's company with what the module keeps.</summary>
    public Func<TestHost, ChatUser, Task> PrepareAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>What is typed where the module asks for a text.</summary>
    public IReadOnlyList<string> Samples { get; init; } = ["Sample", "1"];

    /// <summary>Whether the host has a language model that modules may ask.</summary>
    public bool HasAssistant { get; init; }

    /// <summary>How many buttons one role presses at most.</summary>
    public int MostPresses { get; init; } = 300;

    public string Id => Module.Id;
}
