using System.Diagnostics;

namespace DrAivBot.Sandbox.Tests;

/// <summary>Other people's client libraries, which know Telegram better than any test of ours, drive the sandbox.</summary>
public sealed class ClientLibraryTests
{
    private static readonly string[] Common =
    [
        "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "sendMessage", "sendPhoto", "sendDocument", "sendVoice",
        "sendVideo", "sendAudio", "sendMediaGroup", "editMessageText", "editMessageCaption", "editMessageReplyMarkup", "editMessageMedia",
        "deleteMessage", "answerCallbackQuery", "sendChatAction", "getFile", "setMyCommands", "getMyCommands", "deleteMyCommands",
        "copyMessage", "forwardMessage", "getChat", "getChatMember", "pinChatMessage", "unpinChatMessage", "unpinAllChatMessages",
    ];

    private static readonly string[] Newer =
    [
        .. Common, "deleteMessages", "setMyName", "getMyName", "setMyDescription", "getMyDescription", "setMyShortDescription",
        "getMyShortDescription", "setMessageReaction",
    ];

    private static readonly string Clients = Path.Combine(Root(AppContext.BaseDirectory), "tests", "Sandbox.Tests", "Clients");

    [Theory]
    [InlineData("grammy")]
    [InlineData("telegraf")]
    [InlineData("node-telegram-bot-api")]
    public async Task A_client_library_for_Node_finds_what_it_knows_from_Telegram(string client)
    {
        Assert.True(
            Directory.Exists(Path.Combine(Clients, client, "node_modules", client)),
            $"The client library {client} is not installed. Run tests/Sandbox.Tests/Clients/install.sh (it needs npm).");
        await RunAsync("node", Path.Combine(Clients, client, "conformance.mjs"), Newer);
    }

    [Fact]
    public async Task A_client_library_for_Python_finds_what_it_knows_from_Telegram() =>
        await RunAsync(Environment.GetEnvironmentVariable("PYTHON3") ?? "/usr/bin/python3", Path.Combine(Clients, "python-telegram-bot", "conformance.py"), Common);

    private static async Task RunAsync(string program, string script, string[] methods)
    {
        await using var host = await SandboxHost.StartAsync();
        using var process = Process.Start(new ProcessStartInfo(program, [script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SANDBOX_URL"] = host.Url, ["SANDBOX_TOKEN"] = SandboxHost.Token },
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}: {await output} {await errors}");
        Assert.Contains("conforms", await output, StringComparison.Ordinal);
        Assert.DoesNotContain(methods, m => !host.Recorder.Succeeded.ContainsKey(m));
    }

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, "DrAivBot.sln")) ? directory : Root(Path.GetDirectoryName(directory)!);
}
