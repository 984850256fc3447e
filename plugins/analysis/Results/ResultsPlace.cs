using DrAivBot.Routing;

namespace DrAivBot.Analysis.Results;

/// <summary>The result of a finished assessment.</summary>
[Callback("result")]
internal readonly record struct ResultsPlace(Guid Assessment);

/// <summary>The result of a division.</summary>
[Callback("division")]
internal readonly record struct DivisionResultPlace(Guid Assessment, int Division);

/// <summary>The weak points with what they rest on.</summary>
[Callback("weak")]
internal readonly record struct WeakPointsPlace(Guid Assessment);

/// <summary>What is not known.</summary>
[Callback("gaps")]
internal readonly record struct GapsPlace(Guid Assessment);

/// <summary>The plan for 90 days.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Page">The stage, counted from 0.</param>
[Callback("plan")]
internal readonly record struct PlanPlace(Guid Assessment, int Page = 0);

/// <summary>What changed since the assessment before.</summary>
[Callback("compare")]
internal readonly record struct ComparisonPlace(Guid Assessment);

/// <summary>All finished assessments.</summary>
[Callback("history")]
internal readonly record struct HistoryPlace(int Page = 0);

/// <summary>Has the report made, or sent again.</summary>
[Callback("report")]
internal readonly record struct OrderReport(Guid Assessment);
