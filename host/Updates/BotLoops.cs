using DrAivBot.Host.Delivery;
using DrAivBot.Host.Work;

namespace DrAivBot.Host.Updates;

/// <summary>What runs for as long as the host does: updates in by one of two ways, turns, messages out, jobs.</summary>
internal sealed record BotLoops(
    PollingIntake Polling,
    WebhookIntake Webhook,
    UpdateIntake Intake,
    FlightJournal Journal,
    UpdateLanes Lanes,
    WakeUp WakeUp,
    TurnRunner Turns,
    OutboxDispatcher Outbox,
    JobService Jobs);
