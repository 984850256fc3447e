using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>How one module's items at positions are counted and handed over.</summary>
internal sealed record ModuleItems(string ModuleId, PositionItems Items);
