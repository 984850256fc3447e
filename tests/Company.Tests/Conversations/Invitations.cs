using System.Text.RegularExpressions;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>What people do with invitations, in words of either language.</summary>
internal static partial class Invitations
{
    /// <summary>The owner, or who else may, invites for a post as the screens lead there.</summary>
    /// <returns>What the link carries: <c>inv_</c> and the code.</returns>
    public static async Task<string> InviteAsync(this ChatUser inviter, int post, string life = "7")
    {
        await inviter.OpenPostAsync(post);
        await inviter.PressAsync("📨");
        await inviter.PressAsync($" {life} ");
        return inviter.LastLink();
    }

    /// <summary>Opens the card of a post that heads a department.</summary>
    public static async Task OpenPostAsync(this ChatUser user, int post)
    {
        await user.SayAsync("/structure");
        await user.PressAsync($"{(post > 18 ? 7 : (post + 2) / 3)} · ");
        await user.PressAsync($" {post} · ");
        await user.PressAsync($" {post} · ");
    }

    /// <summary>What the link of the last picture carries.</summary>
    public static string LastLink(this ChatUser user) =>
        Code().Match(user.Messages.Last(message => message.FromBot && Code().IsMatch(message.Text)).Text).Value;

    /// <summary>Opens a link and consents to everything.</summary>
    public static async Task JoinAsync(this ChatUser guest, string link)
    {
        await guest.StartAsync(link);
        await guest.PressAsync("✅");
        if (guest.Screen.Text.StartsWith("🔐", StringComparison.Ordinal))
        {
            await guest.PressAsync("✅");
        }
    }

    [GeneratedRegex("inv_[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
