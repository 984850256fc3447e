namespace DrAivBot.Host.Modules.Gate;

/// <summary>Who vouches for a package, and whether that is enough for this host.</summary>
internal static class SignatureCheck
{
    private const string Cure =
        $"Sign it with \"draivbot pack FOLDER --key PRIVATE.pem\", or, if you trust it as it is, write \"unsigned\": true on its entry in plugins.json.";

    /// <summary>Name of the trusted key that signed; null when none did.</summary>
    public static string? Run(TrustedKeys keys, bool mayBeUnsigned, byte[]? manifest, byte[]? signature, List<string> problems)
    {
        if (!keys.Any)
        {
            return null;
        }

        var signer = manifest is null || signature is null ? null : keys.FindSigner(manifest, signature);
        if (signer is null && !mayBeUnsigned)
        {
            problems.Add(manifest is null
                ? $"It has no {PackageNames.Manifest} and so no signature, but Modules__TrustedKeys demands one. {Cure}"
                : signature is null
                    ? $"It is not signed: there is no {PackageNames.Signature}, but Modules__TrustedKeys demands a signature. {Cure}"
                    : $"{PackageNames.Signature} is not the signature of {PackageNames.Manifest} by a trusted key ({string.Join(", ", keys.Names)}): it was signed "
                        + $"with another key, or changed after it was signed. Get the package anew from whoever made it, or trust their key in Modules__TrustedKeys. {Cure}");
        }

        return signer;
    }
}
