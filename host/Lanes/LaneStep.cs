namespace DrAivBot.Host.Lanes;

/// <summary>What the next piece of a lane's work came to.</summary>
internal enum LaneStep
{
    /// <summary>One piece was done.</summary>
    Handled = 0,

    /// <summary>There was none to do now.</summary>
    Idle = 1,

    /// <summary>It was given up for another's sake and runs again.</summary>
    Again = 2,

    /// <summary>It runs again, in a group of its own.</summary>
    Alone = 3,

    /// <summary>Somebody else holds it now: it is looked at again soon, unless it was only found by a poll, which finds it again.</summary>
    Later = 4,
}
