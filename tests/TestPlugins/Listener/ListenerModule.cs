using System.Text.Json.Serialization;
using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Work;

namespace DrAivBot.TestPlugins.Listener;

/// <summary>Hears what chores publish, with a type of its own.</summary>
public sealed class ListenerModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "listener", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module) => module.AddMigrations().AddJson(ListenerJson.Default)
        .AddEventHandler<Hear, Heard>("chores.happened", 1);
}

public sealed class Heard
{
    public string Text { get; set; } = "";
}

public sealed class Hear(IWork work) : IEventHandler<Heard>
{
    public async Task<JobResult> HandleAsync(EventDelivery delivery, Heard message, CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "insert into listener.heard (id, event, text, attempt) values (@id, @event, @text, @attempt)";
        foreach (var (name, value) in new (string, object)[]
        {
            ("id", Guid.NewGuid()), ("event", delivery.EventId), ("text", message.Text), ("attempt", delivery.Attempt),
        })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
        return message.Text.StartsWith("fail", StringComparison.Ordinal) && delivery.Attempt == 1
            ? throw new InvalidDataException("Not the first time.")
            : message.Text == "discard" ? JobResult.Discard("Not wanted.") : JobResult.Done;
    }
}

[JsonSerializable(typeof(Heard))]
public sealed partial class ListenerJson : JsonSerializerContext;
