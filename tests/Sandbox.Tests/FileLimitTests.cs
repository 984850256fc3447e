using System.Text.Json.Nodes;

namespace DrAivBot.Sandbox.Tests;

public sealed class FileLimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_limited_as_Telegram_limits_them()
    {
        await using var host = await SandboxHost.StartAsync();
        var user = await host.PersonAsync();

        var large = await SendAsync(host, user, "document", new byte[21 << 20]);
        var file_id = large["result"]!["document"]!["file_id"]!.GetValue<string>();

        Assert.Equal("Bad Request: file is too big", await host.RefusedAsync("getFile", new { file_id }));
        Assert.Equal(413, (await SendAsync(host, user, "document", new byte[51 << 20]))["error_code"]!.GetValue<int>());
        Assert.Contains("too big for a photo", (await SendAsync(host, user, "photo", new byte[11 << 20]))["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Bad Request: file must be non-empty", (await SendAsync(host, user, "document", []))["description"]!.GetValue<string>());
        Assert.Equal("Bad Request: wrong file identifier/HTTP URL specified", await host.RefusedAsync("sendDocument", new { chat_id = user, document = "nope" }));
        Assert.Equal("Bad Request: failed to get HTTP URL content", await host.RefusedAsync("sendPhoto", new { chat_id = user, photo = "https://example.org/a.png" }));
    }

    [Fact]
    public async Task An_album_takes_two_to_ten_of_one_sort_and_a_caption_1024()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        var id = (await SendAsync(host, chat_id, "document", [1]))["result"]!["document"]!["file_id"]!.GetValue<string>();
        object Item(string type = "document") => new { type, media = id };

        Assert.Equal(10, (await host.OkAsync("sendMediaGroup", new { chat_id, media = Enumerable.Repeat(Item(), 10) })).AsArray().Count);
        await host.RefusedAsync("sendMediaGroup", new { chat_id, media = Enumerable.Repeat(Item(), 1) });
        await host.RefusedAsync("sendMediaGroup", new { chat_id, media = Enumerable.Repeat(Item(), 11) });
        Assert.Contains("in the album", await host.RefusedAsync("sendMediaGroup", new { chat_id, media = new[] { Item(), Item("audio") } }), StringComparison.Ordinal);
        await host.OkAsync("sendDocument", new { chat_id, document = id, caption = new string('я', 1024) });
        Assert.Equal(
            "Bad Request: message caption is too long",
            await host.RefusedAsync("sendDocument", new { chat_id, document = id, caption = new string('я', 1025) }));
    }

    [Fact]
    public async Task A_body_over_60_MB_and_a_torn_multipart_body_are_refused()
    {
        await using var host = await SandboxHost.StartAsync();
        using var torn = new StringContent("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf");
        torn.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var answer = await host.Client.PostAsync($"/bot{SandboxHost.Token}/sendMessage", torn, Cancel);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(413, (await SendAsync(host, 5, "document", new byte[61 << 20]))["error_code"]!.GetValue<int>());
    }

    private static async Task<JsonNode> SendAsync(SandboxHost host, long chat, string kind, byte[] bytes)
    {
        using var body = new MultipartFormDataContent();
        using var content = new ByteArrayContent(bytes);
        using var id = new StringContent($"{chat}");
        body.Add(id, "chat_id");
        body.Add(content, kind, "a.bin");
        using var response = await host.Client.PostAsync($"/bot{SandboxHost.Token}/send{kind}", body, Cancel);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
    }
}
