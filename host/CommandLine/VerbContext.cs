namespace DrAivBot.Host.CommandLine;

/// <summary>What every verb is given.</summary>
/// <param name="Configuration">The host's, without the command line.</param>
/// <param name="Directory">Where relative paths start.</param>
internal sealed record VerbContext(IConfigurationRoot Configuration, string Directory);
