using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DrAivBot.Host.Operator;
using DrAivBot.Host.Tests.Modules.Live;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Operator;

/// <summary>Who may see and change modules over the operator's port.</summary>
public sealed class ModulePagesTests(PostgresFixture postgres)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_merely_reaches_the_port_sees_and_changes_nothing()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var key = Assert.Single(await HostKey.FindAllAsync(stage.Host.DataDirectory, Cancel));
        var wrong = new string('0', key.Token.Length);

        foreach (var (method, path) in new[] { (HttpMethod.Get, "modules"), (HttpMethod.Get, "modules/live"), (HttpMethod.Post, "modules/live/disable"), (HttpMethod.Post, "modules/live/rollback?version=x") })
        {
            foreach (var token in new[] { null, "", wrong, key.Token[..^1], key.Token + "0" })
            {
                var (status, said) = await AskAsync(stage, method, path, token);
                Assert.Equal(HttpStatusCode.Unauthorized, status);
                Assert.DoesNotContain("live", said, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("enabled\":false", await File.ReadAllTextAsync(stage.File, Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(stage, HttpMethod.Get, "modules", key.Token)).Status);
    }

    [Fact]
    public async Task Acts_are_posted_and_answer_with_what_came_of_them()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var token = Assert.Single(await HostKey.FindAllAsync(stage.Host.DataDirectory, Cancel)).Token;

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(stage, HttpMethod.Get, "modules/live/disable", token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(stage, HttpMethod.Post, "modules/live/remove", token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(stage, HttpMethod.Post, "modules/..%2F..%2Flogs/disable", token)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(stage, HttpMethod.Post, "modules/live/rollback?version=9", token)).Status);
        var (status, said) = await AskAsync(stage, HttpMethod.Post, "modules/live/disable", token);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True((bool)JsonNode.Parse(said)!["isDone"]!);
        Assert.Contains("The operator asked to disable module 'live'", await stage.Host.ReadLogAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(token, await stage.Host.ReadLogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_for_the_hosts_user_only_new_at_every_start_and_gone_at_the_end()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var folder = Path.Combine(stage.Host.DataDirectory, HostKey.Folder);
        var file = Assert.Single(Directory.EnumerateFiles(folder));
        var first = Assert.Single(await HostKey.FindAllAsync(stage.Host.DataDirectory, Cancel));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }

        await stage.Host.RestartAsync();
        var second = Assert.Single(await HostKey.FindAllAsync(stage.Host.DataDirectory, Cancel));
        await stage.Host.StopAsync();

        Assert.NotEqual(first.Token, second.Token);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    private static async Task<(HttpStatusCode Status, string Said)> AskAsync(LiveStage stage, HttpMethod method, string path, string? token)
    {
        using var request = new HttpRequestMessage(method, new Uri(stage.Host.OperatorAddress, path));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Http.SendAsync(request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
