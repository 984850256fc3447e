using DrAivBot.Routing;

namespace DrAivBot.Host.Dialogs;

/// <summary>What a button of a dialog carries.</summary>
/// <param name="Step">The step whose screen the button is on; a press of another step is outdated.</param>
/// <param name="Op">What it does.</param>
/// <param name="Value">Id of a choice or of a step, number of a page, or null.</param>
[Callback("dialog")]
internal readonly record struct DialogPress(string Step, DialogOp Op, string? Value);
