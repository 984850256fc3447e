namespace DrAivBot.Screens;

/// <summary>A button under a screen.</summary>
public sealed record Button
{
    /// <summary>What it says, raw text; long labels are cut by Telegram at about 64 characters.</summary>
    public required string Label { get; init; }

    /// <summary>The place it opens or the act it performs; null for a link.</summary>
    public object? Press { get; init; }

    /// <summary>The web address it opens; null for a press.</summary>
    public Uri? Link { get; init; }

    /// <summary>A button that opens a place or performs an act of the module.</summary>
    /// <typeparam name="TPress">A struct with <see cref="Routing.CallbackAttribute"/> that a route of the module claims.</typeparam>
    /// <param name="label">What it says.</param>
    /// <param name="press">The place or the act.</param>
    /// <returns>The button.</returns>
    public static Button To<TPress>(string label, TPress press)
        where TPress : struct => new() { Label = label, Press = press };

    /// <summary>A button that opens a web address.</summary>
    /// <param name="label">What it says.</param>
    /// <param name="link">An absolute http, https or tg address.</param>
    /// <returns>The button.</returns>
    public static Button ToLink(string label, Uri link) => new() { Label = label, Link = link };
}
