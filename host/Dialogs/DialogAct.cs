namespace DrAivBot.Host.Dialogs;

/// <summary>What a user did: typed, pressed, or neither.</summary>
/// <param name="Text">What was typed, raw.</param>
/// <param name="Press">What was pressed.</param>
internal readonly record struct DialogAct(string? Text, DialogPress? Press);
