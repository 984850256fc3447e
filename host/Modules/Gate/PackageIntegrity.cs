namespace DrAivBot.Host.Modules.Gate;

/// <summary>Compares a package's files with what its manifest and plugins.json say of them.</summary>
internal static class PackageIntegrity
{
    private const int Shown = 10;

    public static void CheckFiles(IReadOnlyList<PackageFile> files, PackageManifest manifest, List<string> problems)
    {
        var there = files.Where(file => file.Name is not (PackageNames.Manifest or PackageNames.Signature)).ToDictionary(file => file.Name, StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var (name, expected) in manifest.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (!there.Remove(name, out var file))
            {
                found.Add($"{PackageNames.Show(name)} is missing; {PackageNames.Manifest} lists it with the SHA-256 {expected}. Copy the whole package.");
            }
            else if (file.Sha256 != expected)
            {
                found.Add(
                    $"{PackageNames.Show(name)} has the SHA-256 {file.Sha256}, but {PackageNames.Manifest} expects {expected}: it changed after the module was packed. "
                    + "Get the package anew, or pack it again if it is yours.");
            }
        }

        found.AddRange(there.Values.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file =>
            $"{PackageNames.Show(file.Name)} (SHA-256 {file.Sha256}) is not in {PackageNames.Manifest}. Remove it, or pack the module again if it belongs to it."));
        problems.AddRange(found.Take(Shown));
        if (found.Count > Shown)
        {
            problems.Add($"{found.Count - Shown} more files differ from {PackageNames.Manifest}.");
        }
    }

    /// <param name="entry">What the operator demands.</param>
    /// <param name="pins">What the hash may be of, each with its value.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void CheckPin(PluginsEntry entry, IReadOnlyList<(string What, string Hash)> pins, List<string> problems)
    {
        if (entry.Sha256 is { } expected && !pins.Any(pin => pin.Hash == expected))
        {
            problems.Add(
                $"{string.Join(" and ", pins.Select(pin => $"{pin.What} has the SHA-256 {pin.Hash}"))}, but plugins.json demands {expected}. If you replaced it "
                + "on purpose, write the new value; otherwise somebody else did: do not run it.");
        }
    }
}
