using DrAivBot.Testing;

namespace Acme.Sample.Tests;

/// <summary>What all tests share.</summary>
internal static class Sample
{
    public static TestModule Module => TestModule.Built("sample_id", "Acme.Sample");

    public static async Task WriteAsync(ChatUser user, string text)
    {
        await user.SayAsync("/menu");
        await user.PressAsync("Notes");
        await user.PressAsync("Write a note");
        await user.SayAsync(text);
    }
}
