using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Guide;

public sealed class HelloTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_module_of_the_readme_greets_and_is_waved_at()
    {
        var options = new TestHostOptions { Modules = [TestModule.Plugin("Hello", "hello")] };
        await using var host = await TestHost.StartAsync(postgres, options, TestContext.Current.CancellationToken);
        var anna = await host.Chat.NewUserAsync("Anna", "en");

        await anna.StartAsync();
        await anna.PressAsync("Hello");
        Assert.StartsWith("Hello, Anna!", anna.Screen.Text, StringComparison.Ordinal);

        await anna.PressAsync("Wave");
        Assert.Equal("You waved.", anna.Toast);
    }
}
