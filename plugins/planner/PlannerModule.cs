using DrAivBot.Organisation;
using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Ics;
using DrAivBot.Planner.Reminders;
using DrAivBot.Planner.Views;
using DrAivBot.Planner.WeeklyPlans;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Planner;

/// <summary>One place for meetings, deadlines and the week.</summary>
public sealed class PlannerModule : IBotModule
{
    /// <inheritdoc/>
    public ModuleManifest Manifest { get; } = new() { Id = "planner", Version = new Version(1, 0) };

    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations().AddJson(PlannerJson.Default);
        RegisterEvents(module);
        RegisterReminders(module);
        RegisterViews(module);
        RegisterFiles(module);
        WeeklyParts.Register(module);
    }

    private static void RegisterEvents(IModuleBuilder module)
    {
        module.Services
            .AddScoped<EventTable>().AddScoped<OccurrenceTable>().AddScoped<EntryTable>().AddScoped<DayTable>().AddScoped<AnswerTable>()
            .AddScoped<Viewers>().AddScoped<Attendees>().AddScoped<Calendar>().AddScoped<Conflicts>()
            .AddScoped<EventRules>().AddScoped<EventRights>().AddScoped<EventAudit>()
            .AddScoped<EventDesk>().AddScoped<SeriesDesk>().AddScoped<SeriesCut>().AddScoped<Invitations>().AddScoped<ChangeNews>().AddScoped<CancelDesk>().AddScoped<AnswerDesk>();
        module.AddJob<ExtendJob, ExtendOrder>("extend", new() { Cron = ExtendJob.Cron });
    }

    private static void RegisterReminders(IModuleBuilder module)
    {
        module.Services
            .AddScoped<ReminderDesk>().AddScoped<ReminderNotices>().AddScoped<MissedTable>().AddScoped<EventNotices>().AddScoped<ChangeNotices>().AddScoped<HandOver>();
        module.AddJob<ReminderJob, ReminderOrder>("remind");
        module.AddJob<MissedJob, MissedOrder>("missed");
        module.AddEventHandler<PersonLeftHandler, PersonLeft>(PersonLeft.EventName, PersonLeft.EventVersion);
        module.AddPersonalRows(new() { Table = "missed", PersonColumn = "user_id" });
    }

    private static void RegisterFiles(IModuleBuilder module)
    {
        module.Services.AddScoped<IcsDesk>().AddScoped<IcsAnswer>();
        module.AddDialog<IcsDialog, IcsState>("ics").AddSessionSlot<IcsState>("ics");
        module.AddLongJob<IcsJob, IcsOrder>("ics", new() { MaxAttempts = IcsJob.MaxAttempts });
        module.Routes.Screen<IcsPlace, IcsScreen>();
        module.Routes.Screen<IcsReviewPlace, IcsReviewScreen>();
        module.Routes.Action<ExportPress, IcsScreen>();
        module.Routes.Screen<UnitCalendarsPlace, UnitCalendarsScreen>();
        module.Routes.Action<ExportSharedPress, IcsScreen>();
        module.Routes.Action<ExportEventPress, IcsScreen>();
        module.Routes.Action<ImportPress, IcsDialog>();
        module.Routes.Action<ConfirmImportPress, IcsReviewScreen>();
    }

    private static void RegisterViews(IModuleBuilder module)
    {
        module.Services.AddScoped<NamedPeople>().AddScoped<OpenCalendars>().AddScoped<Moving>();
        module.AddDialog<QuickDialog, QuickState>("quick");
        module.AddDialog<NewEventDialog, NewEventState>("new").AddSessionSlot<NewEventState>("draft");
        module.AddDialog<MoveDialog, MoveState>("move").AddSessionSlot<MoveState>("move");
        module.AddDialog<EditDialog, EditState>("edit");
        module.Routes.Screen<DayPlace, DayScreen>();
        module.Routes.Screen<WeekPlace, WeekScreen>();
        module.Routes.Screen<MonthPlace, MonthScreen>();
        module.Routes.Screen<AgendaPlace, AgendaScreen>();
        module.Routes.Screen<EventPlace, EventScreen>();
        module.Routes.Screen<DraftPlace, DraftScreen>();
        module.Routes.Screen<CancelPlace, CancelScreen>();
        module.Routes.Screen<EditPlace, EditScreen>();
        module.Routes.Screen<MoveReviewPlace, MoveReviewScreen>();
        module.Routes.Action<NewEventPress, QuickDialog>();
        module.Routes.Action<MovePress, MoveDialog>();
        module.Routes.Action<EditPress, EditDialog>();
        module.Routes.Action<MoveAnywayPress, MoveReviewScreen>();
        module.Routes.Action<CreatePress, DraftScreen>();
        module.Routes.Action<EditDraftPress, DraftScreen>();
        module.Routes.Action<InvitePress, DraftScreen>();
        module.Routes.Action<KeepWordsPress, DraftScreen>();
        module.Routes.Action<CancelPress, CancelScreen>();
        module.Routes.Action<AnswerPress, AnswerAction>();
        module.Routes.Command("today", new DayPlace());
        module.Routes.Command("week", new WeekPlace());
        module.AddMenuItem(new() { TextKey = "planner.menu", Place = new DayPlace(), Order = 30 });
    }
}
