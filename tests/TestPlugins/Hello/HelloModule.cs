using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Hello;

public sealed class HelloModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "hello", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMenuItem(new() { TextKey = "hello.menu", Place = new HelloPlace(), Audience = MenuAudience.Everyone });
        module.Routes.Screen<HelloPlace, HelloScreen>().AllowGuests();
        module.Routes.Action<Wave, HelloScreen>().AllowGuests();
    }
}

[Callback("hello")] public readonly record struct HelloPlace;
[Callback("wave")] public readonly record struct Wave;

public sealed class HelloScreen : IScreen<HelloPlace>, IAction<Wave>
{
    public Task<Reply> ShowAsync(ITurn turn, HelloPlace place, CancellationToken cancellationToken) => Task.FromResult(Reply.Show(
        new Screen { Body = turn.Text.GetMarkup("hello.body", ("name", turn.User.Name)) }.WithRow(Button.To(turn.Text.Get("hello.wave"), new Wave()))));

    public Task<Reply> ActAsync(ITurn turn, Wave press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Stay.WithToast(turn.Text.Get("hello.waved")));
}
