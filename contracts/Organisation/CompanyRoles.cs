namespace DrAivBot.Organisation;

/// <summary>Roles in a company. Derived from the positions a member holds, never typed; the highest applies.</summary>
[Flags]
public enum CompanyRoles
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Any active member.</summary>
    Employee = 1,

    /// <summary>Head of a division or department.</summary>
    Manager = 2,

    /// <summary>Holder of position 19.</summary>
    Executive = 4,

    /// <summary>Holder of position 21.</summary>
    Owner = 8,

    /// <summary>Every member.</summary>
    Everyone = Employee | Manager | Executive | Owner,
}
