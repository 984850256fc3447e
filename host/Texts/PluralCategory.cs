namespace DrAivBot.Host.Texts;

/// <summary>The plural categories of CLDR that Russian and English use.</summary>
internal enum PluralCategory
{
    One = 0,
    Few = 1,
    Many = 2,
    Other = 3,
}
