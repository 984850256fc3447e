using DrAivBot.Analysis.Asking;
using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Ideas;
using DrAivBot.Analysis.Plans;
using DrAivBot.Analysis.Profile;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Results;
using DrAivBot.Analysis.Writing;
using DrAivBot.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Analysis;

/// <summary>The 7×21 analysis: from questions to a report that a director acts on.</summary>
public sealed class AnalysisModule : IBotModule
{
    internal const string Run = "analysis.run";

    /// <inheritdoc/>
    public ModuleManifest Manifest { get; } = new() { Id = "analysis", Version = new Version(1, 0) };

    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        var settings = module.GetSettings(AnalysisJson.Default.AnalysisSettings);
        module.AddTexts().AddMigrations().AddJson(AnalysisJson.Default).AddJson(ReportJson.Default);
        module.AddPermission(Run, CompanyRoles.Executive | CompanyRoles.Owner);
        module.Services.AddSingleton(Questionnaires.Load(settings.Overrides));
        RegisterAssessments(module);
        RegisterAsking(module);
        RegisterResults(module);
        RegisterWriting(module);
        RegisterPlans(module);
        RegisterIdeas(module);
    }

    private static void RegisterAssessments(IModuleBuilder module)
    {
        module.Services
            .AddScoped<ProfileTable>().AddScoped<AssessmentTable>().AddScoped<AnswerTable>().AddScoped<AssignmentTable>()
            .AddScoped<Viewers>().AddScoped<AnswerSheets>()
            .AddScoped<AssessmentDesk>().AddScoped<AnswerDesk>().AddScoped<AssignDesk>().AddScoped<SilenceDesk>();
        module.AddJob<SilenceJob, SilenceOrder>("silence");
        module.AddEventHandler<PersonLeftHandler, PersonLeft>(PersonLeft.EventName, PersonLeft.EventVersion);
    }

    private static void RegisterAsking(IModuleBuilder module)
    {
        module.Services.AddScoped<AnswerFlow>();
        module.AddDialog<ProfileDialog, ProfileState>("profile").AddDialog<AnswerDialog, AnswerState>("answer");
        module.AddDialog<CommentDialog, CommentState>("comment").AddDialog<AssignDialog, AssignState>("assign");
        module.Routes.Screen<AnalysisPlace, AnalysisScreen>();
        module.Routes.Screen<ProfilePlace, BeginScreens>().Require(Run);
        module.Routes.Screen<VariantPlace, BeginScreens>().Require(Run);
        module.Routes.Action<AskProfile, ProfileDialog>().Require(Run);
        module.Routes.Action<StartPress, BeginScreens>().Require(Run);
        module.Routes.Action<WidenPress, BeginScreens>().Require(Run);
        module.Routes.Screen<AssignPlace, AssignScreen>().Require(Run);
        module.Routes.Action<AssignHeads, AssignScreen>().Require(Run);
        module.Routes.Action<AskRespondent, AssignDialog>().Require(Run);
        module.Routes.Screen<QuestionPlace, QuestionScreen>();
        module.Routes.Screen<ContinuePlace, QuestionScreen>();
        module.Routes.Action<GiveAnswer, QuestionScreen>();
        module.Routes.Action<AskComment, CommentDialog>();
        module.Routes.Action<RemoveComment, CommentDialog>();
        module.Routes.Screen<QuestionListPlace, QuestionListScreen>();
        module.Routes.Screen<FinishPlace, EndScreens>().Require(Run);
        module.Routes.Screen<GiveUpPlace, EndScreens>().Require(Run);
        module.Routes.Action<FinishPress, EndScreens>().Require(Run);
        module.Routes.Action<GiveUpPress, EndScreens>().Require(Run);
        module.Routes.Command("analysis", new AnalysisPlace());
        module.AddMenuItem(new() { TextKey = "analysis.menu", Place = new AnalysisPlace(), Order = 40 });
    }

    private static void RegisterResults(IModuleBuilder module)
    {
        module.Services.AddScoped<ResultReader>().AddScoped<SeenResults>().AddScoped<ReportTable>().AddScoped<ReportOrders>().AddScoped<ReportDesk>();
        module.AddLongJob<ReportJob, ReportOrder>("report", new() { MaxAttempts = 5, Deadline = TimeSpan.FromMinutes(4.75) });
        module.Routes.Screen<ResultsPlace, ResultsScreen>();
        module.Routes.Screen<DivisionResultPlace, DivisionResultScreen>();
        module.Routes.Screen<WeakPointsPlace, WeakPointsScreen>();
        module.Routes.Screen<GapsPlace, WeakPointsScreen>();
        module.Routes.Screen<ComparisonPlace, ComparisonScreen>();
        module.Routes.Screen<HistoryPlace, ComparisonScreen>();
        module.Routes.Action<OrderReport, ResultsScreen>();
    }

    private static void RegisterWriting(IModuleBuilder module)
    {
        module.Routes.Screen<AssistantPlace, AssistantScreen>().Require(Run);
        module.Routes.Action<GiveConsent, AssistantScreen>().Require(Run);
        module.Routes.Action<WithdrawConsent, AssistantScreen>().Require(Run);
        module.Routes.Action<WriteAgain, AssistantScreen>().Require(Run);
    }

    private static void RegisterPlans(IModuleBuilder module)
    {
        module.Services.AddScoped<PlanReader>();
        module.AddEvent<PlanRequested>("analysis.plan_requested", version: 1);
        module.Routes.Screen<PlanPlace, PlanScreen>();
        module.Routes.Action<RequestPlan, RequestPlanAction>().Require(Run);
    }

    private static void RegisterIdeas(IModuleBuilder module)
    {
        module.Services.AddScoped<IdeaTable>();
        module.AddDialog<IdeaDialog, IdeaState>("idea");
        module.Routes.Screen<IdeasPlace, IdeasScreen>().Require(Run);
        module.Routes.Screen<IdeaPlace, IdeasScreen>().Require(Run);
        module.Routes.Action<AskIdea, IdeaDialog>().Require(Run);
    }
}
