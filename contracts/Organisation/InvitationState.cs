namespace DrAivBot.Organisation;

/// <summary>Whether an invitation still opens. New states may come.</summary>
public enum InvitationState
{
    /// <summary>Whoever opens the link first may join.</summary>
    Active = 0,

    /// <summary>Somebody has joined by it.</summary>
    Used = 1,

    /// <summary>Its time is over.</summary>
    Expired = 2,

    /// <summary>Taken back, by somebody who may or because its inviter has left.</summary>
    Revoked = 3,
}
