namespace DrAivBot.Host.Dialogs;

/// <summary>Where the user is within a step that takes more than one act.</summary>
/// <param name="Page">The page or month that is shown.</param>
/// <param name="Part">What the step keeps between the acts: a search, a first day. Null at its beginning.</param>
internal readonly record struct StepPlace(int Page, string? Part);
