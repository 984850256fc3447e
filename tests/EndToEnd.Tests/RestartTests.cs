using System.Net.Sockets;
using DrAivBot.EndToEnd.Tests.Driving;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The host with its own database, stopped and killed in the middle of a conversation.</summary>
public sealed class RestartTests
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_registration_goes_on_where_it_was_after_a_stop_and_after_a_kill()
    {
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule));
        var port = FreePort.Find();
        var settings = new[] { ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}") };
        var chat = new Chat(new Uri($"http://127.0.0.1:{port}/"), 1001, "en");

        await using (var host = await HostProcess.StartAsync(directory, settings))
        {
            await chat.EnterAsync();
            await chat.StartAsync();
            await chat.SeeButtonAsync("Create a company");
            await chat.PressAsync("Create a company");
            await chat.SeeAsync("What is your company called?");
            await chat.WriteAsync("North Wind");
            await chat.SeeAsync("Which time zone");
            await StopAsync(host, directory, port, "TERM");
        }

        await using (var host = await HostProcess.StartAsync(directory, settings))
        {
            await chat.PressAsync("Moscow");
            await chat.SeeAsync("Which currency");
            await host.KillAsync();
        }

        await using (var host = await HostProcess.StartAsync(directory, settings))
        {
            await chat.PressAsync("RUB");
            await chat.SeeAsync("Is everything right?");
            await chat.SeeAsync("North Wind");
            await chat.PressAsync("Create");
            await chat.SeeAsync("North Wind is created");
            await StopAsync(host, directory, port, "INT");
        }
    }

    /// <summary>A stop leaves nothing behind: exit code 0, no server of the database, no listener.</summary>
    private static async Task StopAsync(HostProcess host, HostDirectory directory, int port, string signal)
    {
        Assert.True(directory.HasServer);
        var (code, took) = await host.StopAsync(signal);
        TestContext.Current.TestOutputHelper?.WriteLine($"SIG{signal}: stopped in {took.TotalSeconds:0.0} s");
        Assert.True(code == 0, $"Exit code {code}:\n{host.Output}");
        Assert.True(took < StopLimit, $"The stop took {took.TotalSeconds:0.0} s.");
        Assert.False(directory.HasServer);
        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(async () => await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken));
    }
}
