using DrAivBot.Routing;

namespace DrAivBot.Analysis.Writing;

/// <summary>On which terms an assistant writes.</summary>
/// <param name="Assessment">Whose report may be written anew; the empty id for none.</param>
[Callback("assistant")]
internal readonly record struct AssistantPlace(Guid Assessment);

/// <summary>Consents.</summary>
/// <param name="Assessment">As of the screen.</param>
/// <param name="Version">Of the text that was shown.</param>
[Callback("consent")]
internal readonly record struct GiveConsent(Guid Assessment, int Version);

/// <summary>Takes the consent back.</summary>
[Callback("withdraw")]
internal readonly record struct WithdrawConsent(Guid Assessment);

/// <summary>Has the words of a report written by an assistant instead of a template.</summary>
[Callback("write_again")]
internal readonly record struct WriteAgain(Guid Assessment);
