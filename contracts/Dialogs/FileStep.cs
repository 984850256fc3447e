using DrAivBot.Files;
using DrAivBot.Routing;

namespace DrAivBot.Dialogs;

/// <summary>
/// A question answered by sending a file as a document. Only its name and size are checked here; the content is downloaded
/// later, by a job, with <see cref="IIncomingFiles"/>.
/// </summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record FileStep<TState>
{
    /// <summary>Key of the question; it should say what kind of file is wanted.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>Values of the placeholders of the question. Null by default: a question without placeholders.</summary>
    public Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? QuestionValues { get; init; }

    /// <summary>Key of the short name of the answer, for «✏️ Name» in a review.</summary>
    public required string LabelKey { get; init; }

    /// <summary>Endings of the names that are accepted, with their point, for example <c>.xlsx</c>; at least one. Capitals do not matter.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>Puts an accepted file into the state.</summary>
    public required Action<TState, IncomingFile> Save { get; init; }

    /// <summary>The file sent before, kept by one tap when the user comes back to the step. Null by default.</summary>
    public Func<TState, IncomingFile?>? Current { get; init; }

    /// <summary>The largest file in bytes, 1 to <see cref="IncomingFile.MaxBytes"/>, which is the default.</summary>
    public int MaxBytes { get; init; } = IncomingFile.MaxBytes;

    /// <summary>Whether the step is asked at all, given the answers so far. Null, the default, always asks.</summary>
    public Func<TState, bool>? When { get; init; }
}
