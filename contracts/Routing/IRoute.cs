namespace DrAivBot.Routing;

/// <summary>
/// Says who may use a route. Unless told otherwise: members of an active company, in a private chat. Checked on every
/// update, old buttons included.
/// </summary>
public interface IRoute
{
    /// <summary>Only for members who have the right. Others get the same answer as for what does not exist.</summary>
    /// <param name="permission">A right declared with <see cref="IModuleBuilder.AddPermission"/> by this module.</param>
    /// <returns>This route.</returns>
    IRoute Require(string permission);

    /// <summary>Also for people who belong to no company yet: <see cref="ITurn.Member"/> may be null.</summary>
    /// <returns>This route.</returns>
    IRoute AllowGuests();
}
