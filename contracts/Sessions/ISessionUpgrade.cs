namespace DrAivBot.Sessions;

/// <summary>
/// Lets sessions that an older version of the module began go on with this one: rewrites what is stored in them. Needed
/// when a session slot, the state of a dialog or the id of a step changed so that the new code would not read it;
/// members that came or went need none. Declared with <see cref="IModuleBuilder.AddSessionUpgrade{TUpgrade}"/>.
/// <para>
/// What cannot be read even so is let go: a slot is empty, a dialog ends with friendly words. Nothing fails.
/// </para>
/// </summary>
public interface ISessionUpgrade
{
    /// <summary>
    /// Rewrites one part. Called once for each part of the module in a session, when the user first comes back to the
    /// module after the change. No database, no clock: it is a matter of text only. After a rollback parts may already
    /// have today's shape, so it must leave those as they are.
    /// </summary>
    /// <param name="part">What is stored.</param>
    /// <param name="version">The version of the module's sessions it was stored with; 1 when the module declared none then.</param>
    /// <returns>The part as this version reads it, under another id if that changed; null to let it go.</returns>
    SessionPart? Upgrade(SessionPart part, int version);
}
