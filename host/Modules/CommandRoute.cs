namespace DrAivBot.Host.Modules;

/// <summary>A command and the place it opens.</summary>
internal sealed record CommandRoute
{
    /// <summary>Without the slash.</summary>
    public required string Name { get; init; }

    public required ScreenRoute Route { get; init; }

    public required object Place { get; init; }

    /// <summary>Key of the description in Telegram's command list, among the module's texts.</summary>
    public string DescriptionKey => $"{Route.Module.Manifest.Id}.command.{Name}";
}
