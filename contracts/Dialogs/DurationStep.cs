using DrAivBot.Routing;

namespace DrAivBot.Dialogs;

/// <summary>
/// A question for how long something takes, answered by a button or by typing: «1ч», «1,5 часа», «90 мин», "1h 30m"
/// (<see cref="Texts.TypedDuration"/>).
/// </summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record DurationStep<TState>
{
    /// <summary>Key of the question.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>Values of the placeholders of the question. Null by default: a question without placeholders.</summary>
    public Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? QuestionValues { get; init; }

    /// <summary>Key of the short name of the answer, for «✏️ Name» in a review.</summary>
    public required string LabelKey { get; init; }

    /// <summary>Puts an accepted duration into the state.</summary>
    public required Action<TState, TimeSpan> Save { get; init; }

    /// <summary>The duration given before, marked with ✓ when the user comes back. Null by default.</summary>
    public Func<TState, TimeSpan?>? Current { get; init; }

    /// <summary>The durations on buttons, 1 to 24 of them. From a quarter of an hour to eight hours by default.</summary>
    public IReadOnlyList<TimeSpan> Choices { get; init; } =
    [
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(45),
        TimeSpan.FromHours(1), TimeSpan.FromMinutes(90), TimeSpan.FromHours(2),
        TimeSpan.FromHours(3), TimeSpan.FromHours(4), TimeSpan.FromHours(8),
    ];

    /// <summary>The shortest that is taken, whole minutes. One minute by default.</summary>
    public TimeSpan Min { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest that is taken. Thirty days by default.</summary>
    public TimeSpan Max { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whether the step is asked at all, given the answers so far. Null, the default, always asks.</summary>
    public Func<TState, bool>? When { get; init; }
}
