namespace DrAivBot.Chaos.Reloads;

/// <summary>One update of a run and what came of it at the Bot API server.</summary>
/// <param name="Update">The update.</param>
/// <param name="DueAt">When it was to be posted: a host that holds posts up must not look fast. Ticks of the stopwatch.</param>
internal sealed record Written(PlannedUpdate Update, long DueAt)
{
    /// <summary>When its answer arrived; 0 while there is none.</summary>
    public long AnsweredAt { get; set; }

    /// <summary>How many messages answered it.</summary>
    public int Answers { get; set; }

    /// <summary>Whether the answer says that it took effect.</summary>
    public bool SaysStored { get; set; }
}
