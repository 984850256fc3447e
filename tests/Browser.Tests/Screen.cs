namespace DrAivBot.Browser.Tests;

/// <summary>Size in CSS pixels and language of the visitor's browser, and whether fingers press in it.</summary>
public sealed record Screen(int Width, int Height, string Locale, bool Touch = false)
{
    public static readonly Screen Desktop = new(1280, 800, "en-US");
    public static readonly Screen Phone = new(360, 740, "ru-RU");
}
