namespace DrAivBot.Host.Modules.Gate;

/// <summary>One file of a package.</summary>
/// <param name="Name">Path from the package's root, with <c>/</c> between its parts.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record PackageFile(string Name, long Length, string Sha256);
