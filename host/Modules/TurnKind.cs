namespace DrAivBot.Host.Modules;

/// <summary>Where a user was and what they did there: turns of one kind run the same code.</summary>
/// <param name="Place">Tag of the place, or id of the module whose dialog waits.</param>
/// <param name="Dialog">Id of the dialog; empty for none.</param>
/// <param name="Step">Id of its step; empty for none.</param>
/// <param name="Act">The command without its slash, or the kind of the update.</param>
internal readonly record struct TurnKind(string Place, string Dialog, string Step, string Act);
