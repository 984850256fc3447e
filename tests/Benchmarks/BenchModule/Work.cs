namespace DrAivBot.Bench;

/// <summary>What every bot of the benchmark keeps in a user's session, about 0.6 kB: most of it is carried, not used.</summary>
internal sealed class Work
{
    /// <summary>Turns of this user so far.</summary>
    public int N { get; set; }

    public string State { get; set; } = "menu";

    public string Lang { get; set; } = "ru";

    public string Role { get; set; } = "manager";

    public WorkCompany Company { get; set; } = new();

    public List<string> Nav { get; set; } = [];

    public Draft Draft { get; set; } = new();

    public Preferences Prefs { get; set; } = new();

    public List<RecentGoal> Recent { get; set; } = [];
}

internal sealed class WorkCompany
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Tz { get; set; } = "";
}

internal sealed class Draft
{
    public string? Title { get; set; }

    public string? Due { get; set; }
}

internal sealed class Preferences
{
    public bool Notify { get; set; }

    public string Digest { get; set; } = "";

    public string QuietFrom { get; set; } = "";

    public string QuietTo { get; set; } = "";
}

internal sealed record RecentGoal(int Id, string? Title, string? At);
