using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Modules;

/// <summary>A struct that buttons carry, and who may use it. Immutable.</summary>
internal abstract record Route
{
    public required LoadedModule Module { get; init; }

    public required Type DataType { get; init; }

    /// <summary>Four base64url characters, unique among the active modules: what a button names the route by.</summary>
    public required string Tag { get; init; }

    /// <summary>Module id, dot, tag of the struct; for logs and metrics.</summary>
    public required string Name { get; init; }

    public required CallbackShape Shape { get; init; }

    /// <summary>The right a member needs; null when every member may.</summary>
    public string? Permission { get; init; }

    public bool AllowsGuests { get; init; }

    public static string TagOf(string name) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 3))
            .Replace('+', '-').Replace('/', '_');

    public override string ToString() => Name;
}
