namespace DrAivBot.Routing;

/// <summary>
/// A place of the host's that any module may lead to: where the owner of a company switches the bot's modules on and off
/// for it. A button to it is drawn for those who have <see cref="Permission"/>; nobody else gets there.
/// </summary>
[Callback("modules")]
public readonly record struct ModulesPlace
{
    /// <summary>The right to open it. Owners have it, unless the bot has no module that could be switched.</summary>
    public const string Permission = "core.modules";
}
