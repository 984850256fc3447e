namespace DrAivBot.Jobs;

/// <summary>To whom a job belongs. New ones may come.</summary>
public enum JobScope
{
    /// <summary>To the company it was scheduled in, whose rows it sees. Cannot be scheduled without a company.</summary>
    Company = 0,

    /// <summary>To no company: it sees no company's rows, wherever it was scheduled.</summary>
    Deployment = 1,
}
