namespace DrAivBot.Organisation;

/// <summary>What a company has set for itself.</summary>
public sealed record CompanySettings
{
    /// <summary>Its name, untrusted text.</summary>
    public required string Name { get; init; }

    /// <summary>IANA name of its time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 4217 code of its currency.</summary>
    public required string Currency { get; init; }

    /// <summary>When only what is urgent disturbs.</summary>
    public required QuietHours Quiet { get; init; }

    /// <summary>Hours of the days of the week that are worked.</summary>
    public required IReadOnlyDictionary<DayOfWeek, WorkingHours> Week { get; init; }

    /// <summary>When a week of statistics closes.</summary>
    public required WeekCutoff Cutoff { get; init; }

    /// <summary>Who decides up to which sum.</summary>
    public required ApprovalLimits Limits { get; init; }
}

/// <summary>A change of settings: what is null stays.</summary>
public sealed record CompanyChange
{
    /// <summary>Checked with <see cref="CompanyName"/>.</summary>
    public string? Name { get; init; }

    /// <summary>IANA name of a time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>When only what is urgent disturbs.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>All working days of the week, at least one, each ending later than it begins.</summary>
    public IReadOnlyDictionary<DayOfWeek, WorkingHours>? Week { get; init; }

    /// <summary>When a week closes.</summary>
    public WeekCutoff? Cutoff { get; init; }

    /// <summary>All limits, 0 to <see cref="ApprovalLimits.Max"/>; only the owner sets them.</summary>
    public ApprovalLimits? Limits { get; init; }
}

/// <summary>What became of a change of settings. New ones may come: word the unknown as a refusal.</summary>
public enum SettingsOutcome
{
    /// <summary>It is done, and in the company's audit.</summary>
    Done = 0,

    /// <summary>It was so already.</summary>
    Unchanged = 1,

    /// <summary>The acting person may not. In the audit.</summary>
    Forbidden = 2,

    /// <summary>A value breaks its rule; nothing was changed.</summary>
    BadValue = 3,
}
