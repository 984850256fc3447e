namespace DrAivBot.Assistant;

/// <summary>What became of giving or taking back consent. New ones may come.</summary>
public enum ConsentOutcome
{
    /// <summary>It is as was asked.</summary>
    Done = 0,

    /// <summary>It was so already.</summary>
    Unchanged = 1,

    /// <summary>Only the owner decides.</summary>
    Forbidden = 2,

    /// <summary>The text has changed since it was shown: show it again.</summary>
    OtherText = 3,
}
