using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DrAivBot.Host.Assistant;

/// <summary>
/// Takes out of texts whatever leads to a person: names and user names of those the company knows, telephone numbers,
/// e-mail addresses, links. What it takes out is not kept, so nothing can be put back.
/// </summary>
internal sealed partial class Masking
{
    private const int Timeout = 2000;

    private readonly NameMask _names;

    public Masking(IReadOnlyList<KnownPerson> people, MaskedWords words, bool namesPosts) => (Words, _names) = (words, new(people, words, namesPosts));

    public MaskedWords Words { get; }

    /// <summary>Of what people wrote: names in any case of letters.</summary>
    public string OfData(string text) => Apply(text, capitalsOnly: false);

    /// <summary>Of what programs wrote, where "will" and "mark" are seldom people: names only with a capital.</summary>
    public string OfInstructions(string text) => Apply(text, capitalsOnly: true);

    /// <summary>One form for each sign, and none that is invisible: both would tear apart what is looked for.</summary>
    public static string Plain(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = rune.Value is '\n' or '\t';
            if (isSpace || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    private string Apply(string text, bool capitalsOnly)
    {
        try
        {
            var plain = Plain(text);
            plain = Links().Replace(plain, Words.Link);
            plain = Mails().Replace(plain, Words.Mail);
            plain = Handles().Replace(plain, Words.Handle);
            plain = Phones().Replace(plain, Words.Phone);
            return _names.Apply(plain, capitalsOnly);
        }
        catch (RegexMatchTimeoutException)
        {
            // What cannot be looked through in time was made for that, and stays here.
            return "";
        }
    }

    /// <summary>Whatever names its protocol, and the places where people have pages, also without one.</summary>
    [GeneratedRegex(
        @"\b[a-z][a-z0-9+.-]{1,9}://\S+|\bmailto:\S+|\b(www\.|(m\.)?(t|telegram|wa|vk|ok|fb|max|viber|instagram|facebook|linkedin|twitter|x|tiktok|youtube|github|whatsapp|skype|zoom|discord|hh|avito)\.(me|com|ru|dog|gg|us|be|org|net)/)\S+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Links();

    [GeneratedRegex(
        @"[\p{L}\p{N}][\p{L}\p{N}._%+\-]{0,63}\s?(@|[(\[]\s?(at|собака|@)\s?[)\]]|\s(собака|at)\s)\s?[\p{L}\p{N}\-]{1,63}((\.|\s?[(\[](dot|точка)[)\]]\s?|\s(dot|точка)\s)[\p{L}\p{N}\-]{2,63}){1,4}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Mails();

    [GeneratedRegex(@"@[\p{L}\p{N}_.]{2,64}", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Handles();

    /// <summary>Ten digits and more, however they are parted; seven after a plus; seven in the groups of a town's number.</summary>
    [GeneratedRegex(
        @"(?<!\p{N})(\+[\s(]{0,2}\p{Nd}([\s()./‐‑‒–—−_-]{0,3}\p{Nd}){6,17}|\(?\p{Nd}([\s()./‐‑‒–—−_-]{0,3}\p{Nd}){9,17}|\p{Nd}{3}[\s‐‑‒–—−-]\p{Nd}{2}[\s‐‑‒–—−-]\p{Nd}{2})(?!\p{N})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Phones();
}
