using DrAivBot.Files;

namespace DrAivBot.Host.Dialogs;

/// <summary>What a user did: typed, pressed, sent a file, or nothing of these.</summary>
/// <param name="Text">What was typed, raw.</param>
/// <param name="Press">What was pressed.</param>
/// <param name="File">What was sent.</param>
internal readonly record struct DialogAct(string? Text, DialogPress? Press, IncomingFile? File = null);
