using System.Globalization;

namespace DrAivBot.Analysis.Tests;

/// <summary>There are no cultures but the invariant one; the host brings its own.</summary>
internal sealed class NamedCulture(string language) : CultureInfo("")
{
    public override string TwoLetterISOLanguageName => language;
}
