using DrAivBot.Organisation;
using DrAivBot.Planner.Digest;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What the module declares for the plan of the week, the morning digest and the picture of the week.</summary>
internal static class WeeklyParts
{
    public const string SeeSheet = "planner.sheet.see";
    public const string SetPlanTimes = "planner.plan.times";

    public static void Register(IModuleBuilder module)
    {
        module.AddJson(WeeklyJson.Default);
        module.AddPermission(SeeSheet, CompanyRoles.Executive | CompanyRoles.Owner).AddPermission(SetPlanTimes, CompanyRoles.Executive | CompanyRoles.Owner);
        RegisterPlans(module);
        RegisterSheets(module);
        RegisterDigests(module);
    }

    private static void RegisterPlans(IModuleBuilder module)
    {
        module.Services.AddScoped<PlanTable>().AddScoped<PlanTimesTable>().AddScoped<PlanDesk>().AddScoped<PlanNotices>().AddScoped<WaitingPlans>()
            .AddScoped<OwnTasks>().AddScoped<TaskTies>().AddScoped<PlanRounds>().AddScoped<PlanCallDesk>();
        module.AddDialog<TaskDialog, TaskState>("plantask").AddDialog<MarkDialog, MarkState>("planmark").AddDialog<ReturnDialog, ReturnState>("planreturn");
        module.AddDialog<PlanTimeDialog, ClockState>("plantime");
        module.AddEvent<WeekClosed>("planner.week_closed", version: 1);
        module.AddJob<PlanRoundJob, PlanRound>("plan_round", new() { Cron = "5 0 * * *", Deadline = TimeSpan.FromSeconds(25) });
        module.AddLongJob<PlanCallJob, PlanCall>("plan_call");
        module.AddPositionItems(new()
        {
            Count = "select count(*) from planner.week_plans where waits_at = $1 and state = 1",
            HandOver = "update planner.week_plans set waits_at = $2 where waits_at = $1 and state = 1",
        });
        module.Routes.Screen<PlanPlace, PlanScreen>();
        module.Routes.Screen<TaskPlace, TaskScreen>();
        module.Routes.Action<RemoveTask, TaskScreen>();
        module.Routes.Action<AddTask, TaskDialog>();
        module.Routes.Action<ChangeTask, TaskDialog>();
        module.Routes.Action<CarryTasks, PlanActions>();
        module.Routes.Action<SendPlan, PlanActions>();
        module.Routes.Action<CloseReport, PlanActions>();
        module.Routes.Action<MarkTask, MarkDialog>();
        module.Routes.Screen<PlanCardPlace, PlanCardScreen>();
        module.Routes.Action<AgreePlan, PlanCardScreen>();
        module.Routes.Action<ReturnPlan, ReturnDialog>();
        module.Routes.Screen<WaitingPlace, WaitingScreen>();
        module.Routes.Screen<PlanTimesPlace, PlanTimesScreen>().Require(SetPlanTimes);
        module.Routes.Action<SetPlanDay, PlanTimesScreen>().Require(SetPlanTimes);
        module.Routes.Action<AskPlanTime, PlanTimeDialog>().Require(SetPlanTimes);
        module.Routes.Command("plan", new PlanPlace());
    }

    private static void RegisterSheets(IModuleBuilder module)
    {
        module.Services.AddScoped<SheetTable>().AddScoped<SheetDesk>();
        module.AddLongJob<SheetJob, SheetOrder>("sheet", new() { MaxAttempts = 5 });
        module.Routes.Screen<SheetPlace, SheetScreen>().Require(SeeSheet);
        module.Routes.Screen<SheetDivisionPlace, SheetScreen>().Require(SeeSheet);
        module.Routes.Action<OrderSheet, OrderSheetAction>().Require(SeeSheet);
    }

    private static void RegisterDigests(IModuleBuilder module)
    {
        module.Services.AddScoped<DigestTable>().AddScoped<MorningCompany>().AddScoped<DigestRounds>().AddScoped<DigestDesk>().AddScoped<DayEntries>().AddScoped<WeekPictureDesk>();
        module.AddDialog<DigestTimeDialog, ClockState>("digesttime");
        module.AddPersonalRows(new() { Table = "digests", PersonColumn = "user_id" });
        module.AddJob<DigestRoundJob, DigestRound>("digest_round", new() { Cron = "10 0 * * *", Deadline = TimeSpan.FromSeconds(25) });
        module.AddLongJob<DigestJob, DigestOrder>("digest");
        module.AddLongJob<WeekPictureJob, WeekPictureOrder>("week_picture", new() { MaxAttempts = 5 });
        module.Routes.Screen<DigestPlace, DigestScreen>();
        module.Routes.Action<SwitchDigest, DigestScreen>();
        module.Routes.Action<AskDigestTime, DigestTimeDialog>();
        module.Routes.Action<OrderWeekPicture, OrderWeekPictureAction>();
    }
}
