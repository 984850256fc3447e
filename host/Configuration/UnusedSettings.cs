namespace DrAivBot.Host.Configuration;

/// <summary>Tells the operator which of the settings have no effect.</summary>
internal static partial class UnusedSettings
{
    public static void Tell(HostSettings settings, ILogger logger)
    {
        if (settings.RedisConnectionString is not null)
        {
            LogRedis(logger);
        }

        if (!settings.Assistant.IsConfigured && settings.Assistant != new AssistantSettings())
        {
            LogAssistant(logger);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis__ConnectionString is set and not used: sessions and queues live in PostgreSQL, hosts wake each other through it. The setting can be removed")]
    private static partial void LogRedis(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Settings of OpenAI are given and not used, because OpenAI__ApiKey is not set: there is no assistant. For a server that asks for no key, set any word of six letters")]
    private static partial void LogAssistant(ILogger logger);
}
