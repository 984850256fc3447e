using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Live;

/// <summary>What came of an act of the operator on a module.</summary>
/// <param name="IsDone">Whether it is now as they asked.</param>
/// <param name="Message">What happened, in words, with the cure if it did not.</param>
/// <param name="Status">The module after it; null when there is none of that id.</param>
internal sealed record ModuleOutcome(bool IsDone, string Message, ModuleStatus? Status);
