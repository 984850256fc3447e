namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>Markup that cannot be read, in Telegram's words.</summary>
internal sealed class MarkupException(string reason) : Exception(reason);
