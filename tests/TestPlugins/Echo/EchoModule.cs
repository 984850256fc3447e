using System.Text.Json.Serialization;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Echo;

/// <summary>Shows what was typed, in bold and on a button, with the person's name below: whatever it is, every message must be taken. The link echo_ asks for a text.</summary>
public sealed class EchoModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "echo", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddJson(EchoJson.Default);
        module.AddDialog<AskText, EchoedText>("text");
        module.Routes.Screen<AskForText, AskForTextScreen>().AllowGuests();
        module.Routes.DeepLink("echo_", _ => new AskForText());
    }
}

[Callback("ask")]
public readonly record struct AskForText;

public sealed class AskForTextScreen : IScreen<AskForText>
{
    public Task<Reply> ShowAsync(ITurn turn, AskForText place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<AskText, EchoedText>(new EchoedText()));
}

public sealed class EchoedText
{
    public string Text { get; set; } = "";
}

public sealed class AskText : IDialog<EchoedText>
{
    public void Define(IDialogSteps<EchoedText> steps) => steps.AskText("text", new TextStep<EchoedText>
    {
        QuestionKey = "echo.ask.text",
        LabelKey = "echo.label.text",
        MaxLength = 4000,
        MultiLine = true,
        Save = (echoed, text) => echoed.Text = text,
    });

    public Task<Reply> CompleteAsync(ITurn turn, EchoedText state, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new Screen { Body = Markup.Lines(Markup.Bold(Markup.Plain(state.Text)), Markup.Plain(turn.User.Name)) }
            .WithRow(Button.To(state.Text, new AskForText()))));
}

[JsonSerializable(typeof(EchoedText))]
public sealed partial class EchoJson : JsonSerializerContext;
