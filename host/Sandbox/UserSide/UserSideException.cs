namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>What a person or test asked for cannot be done; the message says what, why and what to do.</summary>
internal sealed class UserSideException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
