namespace DrAivBot.Company.Settings;

/// <summary>A setting of the company that is asked for.</summary>
internal enum SettingKind
{
    /// <summary>Its name.</summary>
    Name = 0,

    /// <summary>Its time zone.</summary>
    Zone = 1,

    /// <summary>Its currency.</summary>
    Currency = 2,

    /// <summary>Its quiet hours.</summary>
    Quiet = 3,

    /// <summary>The hours of a working day.</summary>
    Hours = 4,

    /// <summary>When a week closes.</summary>
    Cutoff = 5,

    /// <summary>The limit of heads of departments.</summary>
    LimitDepartment = 6,

    /// <summary>The limit of heads of divisions.</summary>
    LimitDivision = 7,

    /// <summary>The limit of position 19.</summary>
    LimitExecutive = 8,

    /// <summary>Above which sum a decision is asked for twice.</summary>
    ConfirmAbove = 9,
}
