using System.Text.Json.Serialization;
using DrAivBot.Organisation;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Ics;
using DrAivBot.Planner.Reminders;
using DrAivBot.Planner.Views;

namespace DrAivBot.Planner;

/// <summary>How the module's dialog states, drafts and orders are stored.</summary>
[JsonSerializable(typeof(QuickState))]
[JsonSerializable(typeof(NewEventState))]
[JsonSerializable(typeof(MoveState))]
[JsonSerializable(typeof(EditState))]
[JsonSerializable(typeof(ReminderOrder))]
[JsonSerializable(typeof(MissedOrder))]
[JsonSerializable(typeof(ExtendOrder))]
[JsonSerializable(typeof(PersonLeft))]
[JsonSerializable(typeof(IcsState))]
[JsonSerializable(typeof(IcsOrder))]
internal sealed partial class PlannerJson : JsonSerializerContext;
