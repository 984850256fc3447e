namespace DrAivBot.Host.Live;

/// <summary>What an operator can do to a module, as it is written on the command line and in addresses.</summary>
internal static class ModuleActs
{
    public const string Enable = "enable";
    public const string Disable = "disable";
    public const string Reload = "reload";
    public const string Rollback = "rollback";

    public static IReadOnlyList<string> All { get; } = [Enable, Disable, Reload, Rollback];
}
