namespace DrAivBot.Host.Configuration;

/// <summary>Everything an operator can set, checked. Names are those of the configuration: <c>Section__Key</c>.</summary>
internal sealed record HostSettings
{
    public required TelegramSettings Telegram { get; init; }

    public required DatabaseSettings Database { get; init; }

    public required DirectorySettings Host { get; init; }

    public OperatorSettings Operator { get; init; } = new();

    public ModulesSettings Modules { get; init; } = new();

    /// <summary>Accepted and not used; see <see cref="UnusedSettings"/>.</summary>
    public string? RedisConnectionString { get; init; }

    public AssistantSettings Assistant { get; init; } = new();
}

/// <summary>Section <c>Telegram</c>.</summary>
internal sealed record TelegramSettings
{
    /// <summary>The bot's token; null starts the sandbox instead of Telegram.</summary>
    public string? Token { get; init; }

    /// <summary>Another Bot API server; null for Telegram's own.</summary>
    public Uri? BaseUrl { get; init; }

    public UpdateMode Mode { get; init; } = UpdateMode.Polling;

    /// <summary>Public https address of this host; needed with <see cref="UpdateMode.Webhook"/>.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>At least 22 characters (128 bits); needed with <see cref="UpdateMode.Webhook"/>.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>How fast a private chat may be written to after a burst of three: 0 (as fast as it goes) to 30, 1 by default. Not 0: groups get 20 a minute.</summary>
    public int MessagesPerSecondPerChat { get; init; } = 1;

    /// <summary>The chat in which the operator is told of trouble; null for none.</summary>
    public long? AlertChat { get; init; }

    public bool UsesSandbox => Token is null;
}

/// <summary>How updates reach the host.</summary>
internal enum UpdateMode
{
    Polling = 0,
    Webhook = 1,
}

/// <summary>Section <c>Database</c>.</summary>
internal sealed record DatabaseSettings
{
    /// <summary>A PostgreSQL server to use; null starts the host's own.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Password of the host's own login, when it cannot be derived from the connection string's.</summary>
    public string? HostPassword { get; init; }

    /// <summary>How long a given server may be away at the start, for example while the machine boots.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(30);

    public int MinPoolSize { get; init; } = 2;

    public int MaxPoolSize { get; init; } = 30;

    /// <summary>How long a turn waits for a free connection.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Age at which a connection is replaced.</summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>Section <c>Host</c>.</summary>
internal sealed record DirectorySettings
{
    /// <summary>Where the database, files and logs lie. Absolute.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where the sandbox keeps its chats.</summary>
    public string SandboxDirectory => Path.Combine(DataDirectory, "sandbox");

    /// <summary>The list of modules. Absolute.</summary>
    public required string PluginsFile { get; init; }
}
