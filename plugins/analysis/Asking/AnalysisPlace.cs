using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Routing;

namespace DrAivBot.Analysis.Asking;

/// <summary>What is going on, or how to begin.</summary>
[Callback("home")]
internal readonly record struct AnalysisPlace;

/// <summary>What the company said of itself last, before an assessment begins.</summary>
[Callback("profile")]
internal readonly record struct ProfilePlace;

/// <summary>How much is to be asked.</summary>
[Callback("variant")]
internal readonly record struct VariantPlace;

/// <summary>Begins an assessment.</summary>
/// <param name="Variant">How much is asked.</param>
/// <param name="Express">A finished express assessment whose answers count; null for none.</param>
[Callback("start")]
internal readonly record struct StartPress(Variant Variant, Guid? Express = null);

/// <summary>Makes the open express assessment a full one.</summary>
[Callback("widen")]
internal readonly record struct WidenPress(Guid Assessment);

/// <summary>Who answers for which division.</summary>
[Callback("who")]
internal readonly record struct AssignPlace(Guid Assessment);

/// <summary>Asks who answers for a division.</summary>
[Callback("askwho")]
internal readonly record struct AskRespondent(Guid Assessment, int Division);

/// <summary>Asks the heads of divisions to answer for them.</summary>
[Callback("heads")]
internal readonly record struct AssignHeads(Guid Assessment);

/// <summary>A question of the open assessment.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Page">Its number, counted from 0.</param>
[Callback("q")]
internal readonly record struct QuestionPlace(Guid Assessment, int Page);

/// <summary>Goes on at the first open question.</summary>
[Callback("go")]
internal readonly record struct ContinuePlace(Guid Assessment);

/// <summary>Answers by a button.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Number">The question, counted from 0.</param>
/// <param name="Value">As the questionnaire writes it, or one of <see cref="QuestionButtons"/>.</param>
[Callback("a")]
internal readonly record struct GiveAnswer(Guid Assessment, int Number, string Value);

/// <summary>Begins a comment on an answer.</summary>
[Callback("note")]
internal readonly record struct AskComment(Guid Assessment, int Number);

/// <summary>Takes the comment on an answer away.</summary>
[Callback("unnote")]
internal readonly record struct RemoveComment(Guid Assessment, int Number);

/// <summary>The questions of a division with their answers.</summary>
[Callback("list")]
internal readonly record struct QuestionListPlace(Guid Assessment, int Division, int Page = 0);

/// <summary>Asks whether to finish.</summary>
[Callback("finish")]
internal readonly record struct FinishPlace(Guid Assessment);

/// <summary>Finishes.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="KnowsGaps">Whether the warning of too few answers was read.</param>
[Callback("end")]
internal readonly record struct FinishPress(Guid Assessment, bool KnowsGaps);

/// <summary>Asks whether to end without a result.</summary>
[Callback("drop")]
internal readonly record struct GiveUpPlace(Guid Assessment);

/// <summary>Ends without a result.</summary>
[Callback("dropped")]
internal readonly record struct GiveUpPress(Guid Assessment);
