using System.Text.Json.Serialization;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.DeadButtons;

/// <summary>A button that does nothing, one that fails, one that leads to nothing, and a screen that cannot be left.</summary>
public sealed class DeadButtonsModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "dead_buttons", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddJson(DeadButtonsJson.Default).AddMenuItem(new() { TextKey = "dead_buttons.menu", Place = new Hall() });
        module.AddSessionSlot<Memory>("memory");
        module.Routes.Screen<Hall, HallScreen>();
        module.Routes.Screen<Trap, HallScreen>();
        module.Routes.Screen<Gone, HallScreen>();
        module.Routes.Action<Deaf, HallScreen>();
        module.Routes.Action<Explode, HallScreen>();
        module.Routes.Action<Enter, HallScreen>();
    }
}

[Callback("hall")]
public readonly record struct Hall;

[Callback("trap")]
public readonly record struct Trap;

[Callback("gone")]
public readonly record struct Gone;

[Callback("deaf")]
public readonly record struct Deaf;

[Callback("explode")]
public readonly record struct Explode;

[Callback("enter")]
public readonly record struct Enter;

public sealed class Memory
{
    public bool IsInside { get; set; }
}

[JsonSerializable(typeof(Memory))]
public sealed partial class DeadButtonsJson : JsonSerializerContext;

public sealed class HallScreen : IScreen<Hall>, IScreen<Trap>, IScreen<Gone>, IAction<Deaf>, IAction<Explode>, IAction<Enter>
{
    public Task<Reply> ShowAsync(ITurn turn, Hall place, CancellationToken cancellationToken) => Task.FromResult(
        turn.GetSlot<Memory>().IsInside
            ? Reply.GoTo(new Trap())
            : Reply.Show(new Screen { Body = Markup.Plain("The hall") }
                .WithRow(Button.To("Deaf", new Deaf()), Button.To("Explode", new Explode()))
                .WithRow(Button.To("Gone", new Gone()), Button.To("Enter", new Enter()))));

    public Task<Reply> ShowAsync(ITurn turn, Trap place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new Screen { Body = Markup.Plain("The trap") }));

    public Task<Reply> ShowAsync(ITurn turn, Gone place, CancellationToken cancellationToken) => Task.FromResult(Reply.NotFound);

    public Task<Reply> ActAsync(ITurn turn, Deaf press, CancellationToken cancellationToken) => Task.FromResult(Reply.Stay);

    public Task<Reply> ActAsync(ITurn turn, Explode press, CancellationToken cancellationToken) => throw new InvalidOperationException("Boom.");

    public Task<Reply> ActAsync(ITurn turn, Enter press, CancellationToken cancellationToken)
    {
        turn.SetSlot<Memory>(new() { IsInside = true });
        return Task.FromResult(Reply.GoTo(new Trap()));
    }
}
