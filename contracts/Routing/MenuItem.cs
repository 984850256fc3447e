namespace DrAivBot.Routing;

/// <summary>A button of the bot's main menu.</summary>
public sealed record MenuItem
{
    /// <summary>Key of the label among the module's texts, for example <c>company.menu.structure</c>.</summary>
    public required string TextKey { get; init; }

    /// <summary>What it opens: a place added with <see cref="IRouteBuilder.Screen{TPlace, TScreen}"/>. Its route's rights decide who sees the item.</summary>
    public required object Place { get; init; }

    /// <summary>Smaller stands higher; equal ones by label. 100 by default.</summary>
    public int Order { get; init; } = 100;

    /// <summary>Who sees it. <see cref="MenuAudience.Members"/> by default.</summary>
    public MenuAudience Audience { get; init; } = MenuAudience.Members;
}
