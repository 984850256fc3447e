namespace DrAivBot.Screens;

/// <summary>The answers a handler can give. New ones may come.</summary>
public enum ReplyKind
{
    /// <summary>Show <see cref="Reply.Screen"/>.</summary>
    Show = 0,

    /// <summary>Open <see cref="Reply.Place"/>.</summary>
    GoTo = 1,

    /// <summary>Draw the current screen again.</summary>
    Stay = 2,

    /// <summary>Go back one screen.</summary>
    Back = 3,

    /// <summary>Open the main menu.</summary>
    Home = 4,

    /// <summary>Say that it does not exist.</summary>
    NotFound = 5,

    /// <summary>Begin <see cref="Reply.Dialog"/>.</summary>
    Begin = 6,
}
