namespace DrAivBot.Host.CommandLine;

/// <summary>What a verb answers.</summary>
/// <param name="Text">For people.</param>
/// <param name="Json">For scripts.</param>
/// <param name="ExitCode">One of <see cref="Configuration.ExitCodes"/>.</param>
internal sealed record VerbAnswer(string Text, string Json, int ExitCode);
