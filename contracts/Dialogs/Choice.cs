namespace DrAivBot.Dialogs;

/// <summary>One of the answers of a <see cref="ChoiceStep{TState}"/>.</summary>
public sealed record Choice
{
    /// <summary>Identifies the choice; stored and carried by the button, at most 200 characters.</summary>
    public required string Id { get; init; }

    /// <summary>What the button says, plain text.</summary>
    public required string Label { get; init; }
}
