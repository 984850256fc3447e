using System.Text.RegularExpressions;
using DrAivBot.Host.Delivery;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>The operator is told of trouble in a chat, in their language.</summary>
public sealed partial class AlertTests(PostgresFixture postgres)
{
    /// <summary>The sandbox gives it to the first person who comes.</summary>
    private const long FirstPerson = 1_001;

    [Fact]
    public async Task The_operator_hears_of_an_update_set_aside_with_the_code_that_the_user_has()
    {
        await using var host = await TestHost.StartAsync(
            postgres,
            new() { Modules = [TestModule.Company, TestModule.Plugin("ThrowsInHandler", "throws_handler")], AlertChat = FirstPerson },
            TestContext.Current.CancellationToken);
        var operating = await host.Chat.NewUserAsync("Olga", "en");
        Assert.Equal(FirstPerson, operating.Id);
        await operating.StartAsync();
        var anna = await host.Chat.NewOwnerAsync("Анна", "ru", "Ромашка");
        await anna.SayAsync("/explode");
        await anna.PressAsync("Explode");
        var code = Code().Match(anna.Messages[^1].Text).Value;

        await NoticesStage.SeeAsync(operating, _ => NoticesStage.With(operating, "⚠️").Count == 1);
        Assert.Equal(
            $"⚠️ An update was set aside after 3 attempts: throws_handler.explode. Code {code}.",
            NoticesStage.With(operating, "⚠️").Single().Text);

        var alerts = host.Services.GetRequiredService<OperatorAlerts>();
        alerts.Raise("core.alert.backlog");
        alerts.Raise("core.alert.backlog");
        alerts.Raise("core.alert.conflict");
        await NoticesStage.SeeAsync(operating, _ => NoticesStage.With(operating, "409").Count == 1);
        Assert.Equal(3, NoticesStage.With(operating, "⚠️").Count);
    }

    [GeneratedRegex("[A-Z0-9]{8}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
