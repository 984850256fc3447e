namespace DrAivBot.Host.Modules;

/// <summary>A version of a module that ran and can be run again.</summary>
/// <param name="Name">Of its folder, for example <c>1.2.0-0a1b2c3d4e5f</c>.</param>
/// <param name="MainPath">Its main assembly, absolute.</param>
/// <param name="StartedAt">When it was last started.</param>
internal sealed record StoredVersion(string Name, string MainPath, DateTimeOffset StartedAt);
