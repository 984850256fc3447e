using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Host.Organisation;

/// <summary>The secret of a new invitation: its link carries it, the table keeps only the hash.</summary>
internal sealed record InvitationCode(string Code, byte[] Hash)
{
    private const int Bytes = 32;

    public static InvitationCode Draw()
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return new(code, SHA256.HashData(Encoding.UTF8.GetBytes(code)));
    }

    public Uri LinkBy(IDeepLinks links) => links.Create(InvitationLink.Prefix + Code);
}
