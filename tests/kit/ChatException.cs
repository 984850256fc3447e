namespace DrAivBot.Testing;

/// <summary>The chat is not as a test expects: no such button, no answer in time, an act the sandbox refuses.</summary>
/// <param name="message">What is missing, and what there is instead.</param>
public sealed class ChatException(string message) : Exception(message);
