using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Host.Database;
using DrAivBot.Host.Events;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Tells modules what happened in the organisation, in the transaction and the company in which it happened.</summary>
internal sealed class OrganisationEvents(TurnDatabase database, JobSignal signal)
{
    private readonly EventOutbox _outbox = new(database, signal);

    public Task PublishAsync(PersonLeft left, CancellationToken cancellationToken) =>
        WriteAsync(new(PersonLeft.EventName, PersonLeft.EventVersion), left, OrganisationJson.Default.PersonLeft, $"person {left.User}", cancellationToken);

    public Task PublishAsync(PositionAssigned assigned, CancellationToken cancellationToken) =>
        WriteAsync(new(PositionAssigned.EventName, PositionAssigned.EventVersion), assigned, OrganisationJson.Default.PositionAssigned, $"position {assigned.Position}", cancellationToken);

    public Task PublishAsync(PositionFreed freed, CancellationToken cancellationToken) =>
        WriteAsync(new(PositionFreed.EventName, PositionFreed.EventVersion), freed, OrganisationJson.Default.PositionFreed, $"position {freed.Position}", cancellationToken);

    public Task PublishAsync(AbsenceNoted noted, CancellationToken cancellationToken) =>
        WriteAsync(new(AbsenceNoted.EventName, AbsenceNoted.EventVersion), noted, OrganisationJson.Default.AbsenceNoted, $"person {noted.Person}", cancellationToken);

    private Task WriteAsync<T>(EventName name, T message, JsonTypeInfo<T> json, string about, CancellationToken cancellationToken) =>
        _outbox.WriteAsync(name, JsonSerializer.Serialize(message, json), $"core/{about}", cancellationToken);
}

[JsonSerializable(typeof(PersonLeft))]
[JsonSerializable(typeof(PositionAssigned))]
[JsonSerializable(typeof(PositionFreed))]
[JsonSerializable(typeof(AbsenceNoted))]
internal sealed partial class OrganisationJson : JsonSerializerContext;
