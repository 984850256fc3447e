using System.Security.Cryptography;

namespace DrAivBot.Host.Sandbox;

/// <summary>The token the host's own bot uses towards the sandbox: made once, then read from the sandbox directory.</summary>
public static class SandboxToken
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Reads the token kept in <paramref name="directory"/>; makes and keeps a new one when there is none of the right form.</summary>
    public static string ReadOrCreate(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "host-bot");
        var kept = File.Exists(path) ? File.ReadAllText(path).Trim() : "";
        if (BotToken.TryParse(kept, out _))
        {
            return kept;
        }

        var token = $"{RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue)}:{RandomNumberGenerator.GetString(Alphabet, 35)}";
        File.WriteAllText(path, token);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return token;
    }
}
