using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Telegram;

/// <summary>
/// Callback data as Telegram carries it: a seal over who, where and which screen, then the press. Nobody can make a press
/// for another person, chat, company or screen; what does not open is answered like an outdated button.
/// </summary>
internal sealed class CallbackSeal(byte[] key)
{
    /// <summary>What Telegram allows in bytes.</summary>
    public const int MaxBytes = 64;

    private const int MacChars = 8;
    private const int NumberChars = 5;
    private const int HeadChars = MacChars + NumberChars;

    /// <summary>How many bytes of a press fit beside the seal.</summary>
    public const int MaxPressBytes = MaxBytes - HeadChars;

    /// <summary>
    /// Number of the screen of buttons that stand under no screen, such as a notification's: beyond those of sessions. They
    /// never get outdated and open a place as from outside.
    /// </summary>
    public const int Outside = 1 << 26;

    public string Close(SealScope scope, int screenNumber, string press)
    {
        var body = WriteNumber(screenNumber) + press;
        return Sign(scope, body) + body;
    }

    /// <summary>The press and the number of the screen it stands on; null for what this host did not make for this scope.</summary>
    public (int ScreenNumber, string Press)? Open(SealScope scope, string? data)
    {
        if (data is null || data.Length < HeadChars)
        {
            return null;
        }

        var body = data[MacChars..];
        var expected = Sign(scope, body);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(data[..MacChars])))
        {
            return null;
        }

        return (ReadNumber(body[..NumberChars]), body[NumberChars..]);
    }

    private string Sign(SealScope scope, string body)
    {
        var message = Encoding.UTF8.GetBytes($"{scope.BotId}|{scope.UserId}|{scope.ChatId}|{scope.CompanyId}|{body}");
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, mac);
        return Base64Url.EncodeToString(mac[..6]);
    }

    private static string WriteNumber(int number)
    {
        Span<byte> bytes = [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
        return Base64Url.EncodeToString(bytes)[1..];
    }

    private static int ReadNumber(string text)
    {
        Span<byte> bytes = stackalloc byte[4];
        return Base64Url.IsValid("A" + text) && Base64Url.TryDecodeFromChars("A" + text, bytes, out var written) && written == 4
            ? (bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]
            : -1;
    }
}

/// <summary>What a press is bound to.</summary>
internal readonly record struct SealScope(long BotId, long UserId, long ChatId, Guid? CompanyId);
