namespace DrAivBot.Host.Modules;

/// <summary>plugins.json as a whole cannot be used: a configuration error. The message is for the operator.</summary>
internal sealed class PluginsFileException(string message) : Exception(message);
