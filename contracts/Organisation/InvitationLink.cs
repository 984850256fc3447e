using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Organisation;

/// <summary>What an invitation's link carries: <c>inv_</c> and a code of 256 random bits, which is stored nowhere.</summary>
public static class InvitationLink
{
    /// <summary>How the payload of the link begins.</summary>
    public const string Prefix = "inv_";

    /// <summary>How many days an invitation may live.</summary>
    public static IReadOnlyList<int> Lives { get; } = [1, 3, 7, 30];

    /// <summary>How many days it lives unless the inviter says otherwise.</summary>
    public const int DefaultLife = 7;

    /// <summary>How many active invitations a company has at most; one a post.</summary>
    public const int MaxActive = 500;

    /// <summary>
    /// What may be remembered of a code, in a session or in a button: with it the bot finds the invitation, but nobody can
    /// make a link of it.
    /// </summary>
    /// <param name="code">What followed <see cref="Prefix"/>, untrusted.</param>
    /// <returns>Its SHA-256 as 43 characters of <c>A-Z a-z 0-9 _ -</c>.</returns>
    public static string KeyOf(string code) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
