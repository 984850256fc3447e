namespace DrAivBot.Host.Delivery;

/// <summary>Why a message is sent. Decides whether one whose fate is unknown is sent again, and what may hold it up.</summary>
internal enum MessageClass : short
{
    /// <summary>Answers the user's own act. Sent again: better twice than never.</summary>
    Answer = 0,

    /// <summary>Tells one person something. Sent again.</summary>
    Notification = 1,

    /// <summary>One of many alike. Not sent again: its receipt says unknown.</summary>
    Bulk = 2,

    /// <summary>How far a task is. Not sent again: the next report overtakes it.</summary>
    Progress = 3,

    /// <summary>Tells the operator of trouble. Sent again.</summary>
    Alert = 4,
}
