namespace DrAivBot.Host.Dialogs;

/// <summary>What a step says to an answer: accepted and saved, part of one, refused with a reason in the user's language, or outdated.</summary>
internal readonly record struct StepAnswer
{
    public static StepAnswer Accepted { get; } = new() { IsAccepted = true };

    /// <summary>The button no longer stands for anything.</summary>
    public static StepAnswer Outdated => default;

    public bool IsAccepted { get; private init; }

    public string? Reason { get; private init; }

    /// <summary>Where the step goes on, when the answer was only a part of one or the parts before it are void.</summary>
    public StepPlace? Place { get; private init; }

    public static StepAnswer Refused(string reason, StepPlace? place = null) => new() { Reason = reason, Place = place };

    public static StepAnswer GoOn(StepPlace place) => new() { Place = place };
}
