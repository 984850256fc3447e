namespace DrAivBot.Routing;

/// <summary>
/// Marks a <c>readonly record struct</c> as what a button carries: the place it opens or the act it performs. Its
/// constructor parameters may be <see cref="int"/>, <see cref="long"/>, <see cref="bool"/>, <see cref="Guid"/>,
/// <see cref="string"/>, <see cref="DateOnly"/>, enumerations, the id types of the contracts, and nullable forms of these.
/// A parameter <c>int Page</c> is the page of a list: turning pages does not lengthen the way back.
/// A press comes back to the host as untrusted input: altered, foreign and outdated presses never reach the module,
/// but ids inside must still be looked up in the company of the turn.
/// </summary>
/// <param name="tag">Names the struct within its module; keep it when the type is renamed, so that old buttons work.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class CallbackAttribute(string tag) : Attribute
{
    /// <summary>The name within the module: 1 to 20 characters of <c>a-z</c>, <c>0-9</c>, <c>_</c> and <c>-</c>.</summary>
    public string Tag => tag;
}
