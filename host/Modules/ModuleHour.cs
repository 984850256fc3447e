namespace DrAivBot.Host.Modules;

/// <summary>What the turns of a module came to in the last hour.</summary>
/// <param name="Turns">How many ended.</param>
/// <param name="Errors">How many of them failed, were given up or set aside.</param>
/// <param name="Median">Half took no longer; null when there were none. At most two fifths too high.</param>
/// <param name="Slow">95 of 100 took no longer; null when there were none. At most two fifths too high.</param>
internal sealed record ModuleHour(long Turns, long Errors, TimeSpan? Median, TimeSpan? Slow);
