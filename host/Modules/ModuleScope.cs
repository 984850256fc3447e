namespace DrAivBot.Host.Modules;

/// <summary>Carries the turn's services into a scope of the module's container. Scoped.</summary>
internal sealed class ModuleScope
{
    public TurnServices? Turn { get; set; }

    public object Get(Type service) => Turn is null
        ? throw new InvalidOperationException(
            $"{service.Name} was asked for outside a turn. It exists only while an update, a job or an event is handled: inject it "
            + "into a handler or a scoped service, never into a singleton or into what Register creates.")
        : Turn.Get(service);
}
