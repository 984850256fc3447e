namespace DrAivBot.Delivery;

/// <summary>When a notification may disturb.</summary>
public enum Urgency
{
    /// <summary>Not during the quiet hours of the company: it waits until they end. More than five that waited come as one digest.</summary>
    Normal = 0,

    /// <summary>At any hour. For what cannot wait for the morning.</summary>
    Urgent = 1,

    /// <summary>Without a sound, and not during quiet hours.</summary>
    Silent = 2,
}
