using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.Methods;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>What a person does in a chat, and what they see there.</summary>
internal sealed class UserEndpoints(SandboxBots bots)
{
    public void Map(IEndpointRouteBuilder app)
    {
        Post(app, "users", PutUser);
        Post(app, "text", r => Person.Of(r).Write(Person.Text(r.Text("text") ?? "", r.Flag("raw")), r.Number("replyTo")));
        Post(app, "start", Start);
        Post(app, "press", Buttons.Press);
        Post(app, "edit", r => Person.Of(r).Edit(r.RequiredNumber("messageId"), r.RequiredText("text")));
        Post(app, "file", SendFile);
        Post(app, "contact", SendContact);
        Post(app, "block", Block);
        Post(app, "update", RawUpdate.Add);
        app.MapGet("/sandbox/chats/{id}/messages", UserRequest.Handle(bots, Messages));
        app.MapGet("/sandbox/answers/{id}", UserRequest.Handle(bots, r =>
            r.Bot.Presses.Find(r.Route("id"))?.ToUserSide() ?? throw UserRequest.Missing("There is no such press: it is unknown or long gone.")));
        app.MapGet("/sandbox/commands", UserRequest.Handle(bots, Commands));
        app.MapGet("/sandbox/files/{id}", LoopbackGuard.Guarded(DownloadAsync));
    }

    private void Post(IEndpointRouteBuilder app, string name, Func<UserRequest, JsonNode?> handle) =>
        app.MapPost("/sandbox/" + name, UserRequest.Handle(bots, handle));

    private static JsonObject PutUser(UserRequest request)
    {
        var users = request.Bot.Users;
        var id = request.Number("id") ?? users.FreeId();
        var known = users.Find(id);
        if (id is <= 0 or >= 1L << 52)
        {
            throw UserRequest.Bad("\"id\" must be positive and below 2^52, as Telegram's user ids are. Leave it out to get a free one.");
        }

        var name = request.Text("name") ?? known?.Name ?? throw UserRequest.Bad("\"name\" is missing. Give the user a name of 1 to 64 characters.");
        var language = request.Text("language") ?? known?.Language ?? "en";
        if (name.Length is 0 or > 64 || language.Length is < 2 or > 35)
        {
            throw UserRequest.Bad("\"name\" takes 1 to 64 characters, \"language\" a language tag such as ru or en.");
        }

        var user = users.Put(new SandboxUser(id, name, language, request.Text("username") ?? known?.Username));
        if (request.Bot.Chats.Find(id) is not null)
        {
            request.Bot.Chats.Open(user.ToChat());
        }

        return user.ToEntry();
    }

    private static JsonObject Start(UserRequest request)
    {
        var payload = request.Text("payload") ?? "";
        if (payload.Length > 64 || !payload.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw UserRequest.Bad("\"payload\" of a deep link takes at most 64 characters of A-Z, a-z, 0-9, _ and -.");
        }

        var person = Person.Of(request);
        person.Block(false);
        return person.Write(Person.Text(payload.Length == 0 ? "/start" : "/start " + payload, raw: false));
    }

    private static JsonObject SendFile(UserRequest request)
    {
        var kind = request.Text("kind") ?? "document";
        if (kind is not ("photo" or "document" or "voice" or "video" or "audio"))
        {
            throw UserRequest.Bad($"\"kind\" must be photo, document, voice, video or audio, not \"{kind}\".");
        }

        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(request.RequiredText("base64"));
        }
        catch (FormatException)
        {
            throw UserRequest.Bad("\"base64\" is not valid Base64. Encode the file's bytes with the standard alphabet and padding.");
        }

        var caption = request.Text("caption") is { Length: > 0 } text ? Caption(text) : [];
        var file = MediaContent.Store(request.Bot, kind, new Upload(Path.GetFileName(request.RequiredText("name")), request.Text("mime") ?? "", bytes));
        var described = MediaContent.Describe(file, RequestFields.From([]), kind);
        caption[kind] = kind == "photo" ? new JsonArray(described) : described;
        if (request.Text("mediaGroupId") is { Length: > 0 } album)
        {
            caption["media_group_id"] = album;
        }

        return Person.Of(request).Write(caption, request.Number("replyTo"));
    }

    private static JsonObject Caption(string text)
    {
        var parsed = Person.Text(text, raw: false);
        if (parsed["text"].String()!.Length > 1024)
        {
            throw UserRequest.Bad("The caption is longer than 1024 characters, the most a Telegram client sends.");
        }

        var caption = new JsonObject { ["caption"] = parsed["text"].String() };
        if (parsed["entities"] is { } entities)
        {
            caption["caption_entities"] = entities.DeepClone();
        }

        return caption;
    }

    private static JsonObject SendContact(UserRequest request) => Person.Of(request).Write(new JsonObject
    {
        ["contact"] = new JsonObject
        {
            ["phone_number"] = request.RequiredText("phone"),
            ["first_name"] = request.RequiredText("firstName"),
            ["user_id"] = request.RequiredNumber("userId"),
        },
    });

    private static JsonObject Block(UserRequest request)
    {
        Person.Of(request).Block(request.Flag("blocked"));
        return new JsonObject { ["blocked"] = request.Flag("blocked") };
    }

    private static JsonObject Messages(UserRequest request)
    {
        var after = request.Query("after") ?? 0;
        var chat = long.TryParse(request.Route("id"), out var id) ? request.Bot.Chats.Find(id) : null;
        return new JsonObject
        {
            ["seq"] = request.Bot.Events.LastSeq,
            ["messages"] = new JsonArray([.. (chat?.Messages ?? []).Where(m => m.Seq > after).Select(m => m.ToUserSide())]),
            ["keyboard"] = chat?.Keyboard?.DeepClone(),
            ["pinned"] = new JsonArray([.. (chat?.Pinned ?? []).Select(p => JsonValue.Create(p))]),
            ["blocked"] = chat?.Blocked ?? false,
        };
    }

    private static JsonArray Commands(UserRequest request)
    {
        var id = request.Query("userId") ?? throw UserRequest.Bad("\"userId\" is missing in the address: /sandbox/commands?userId=1001.");
        return ProfileMethods.CommandsFor(request.Bot, id, request.Bot.Users.Find(id)?.Language.Split('-')[0] ?? "");
    }

    private async Task DownloadAsync(HttpContext context)
    {
        long? botId = long.TryParse(context.Request.Query["bot"].ToString(), out var asked) ? asked : null;
        var bot = bots.Get(botId is > 0 ? botId.Value : bots.HostBotId);
        StoredFile? file;
        lock (bot.Gate)
        {
            file = bot.Files.Find(context.Request.RouteValues["id"] as string ?? "");
        }

        if (file is null || !File.Exists(bot.Files.PathOf(file)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var isPicture = file.Mime is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
        context.Response.ContentType = isPicture ? file.Mime : "application/octet-stream";
        context.Response.ContentLength = file.Size;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.ContentDisposition =
            $"{(isPicture ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        await context.Response.SendFileAsync(bot.Files.PathOf(file), context.RequestAborted);
    }
}
