using DrAivBot.Company.ChartFiles;
using DrAivBot.Company.Invitations;
using DrAivBot.Company.OrgChart;
using DrAivBot.Company.Registration;
using DrAivBot.Company.Staff;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Company;

/// <summary>Companies: registration and the chart of divisions, departments and posts.</summary>
public sealed class CompanyModule : IBotModule
{
    internal const string ImportPosts = "company.posts.import";
    internal const string ViewChart = "company.chart.view";

    /// <inheritdoc/>
    public ModuleManifest Manifest { get; } = new() { Id = "company", Version = new Version(1, 0) };

    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddJson(CompanyJson.Default).AddPermission(ViewChart, CompanyRoles.Everyone);
        RegisterRegistration(module);
        RegisterInvitations(module);
        RegisterChart(module);
        RegisterChartFiles(module);
        RegisterImport(module);
    }

    private static void RegisterRegistration(IModuleBuilder module)
    {
        module.AddDialog<RegistrationDialog, RegistrationState>("registration").AddSessionSlot<LastRegistration>("registered");
        module.Routes.Screen<StartRegistrationPlace, StartRegistrationScreen>().AllowGuests();
        module.Routes.Screen<WelcomePlace, WelcomeScreen>();
        module.Routes.Command("newcompany", new StartRegistrationPlace(Sure: false));
        module.AddMenuItem(new()
        {
            TextKey = "company.menu.create",
            Place = new StartRegistrationPlace(Sure: false),
            Order = 10,
            Audience = MenuAudience.Guests,
        });
    }

    private static void RegisterInvitations(IModuleBuilder module)
    {
        module.Routes.Screen<InvitationHelpPlace, InvitationHelpScreen>().AllowGuests();
        module.Routes.Screen<InvitationPlace, InvitationScreen>().AllowGuests();
        module.Routes.DeepLink("inv_", code => new InvitationPlace(code));
        module.AddMenuItem(new()
        {
            TextKey = "company.menu.invited",
            Place = new InvitationHelpPlace(),
            Order = 20,
            Audience = MenuAudience.Guests,
        });
    }

    private static void RegisterChartFiles(IModuleBuilder module)
    {
        module.Services.AddScoped<ChartFileDesk>();
        module.Routes.Action<OrderChartFile, OrderChartFileAction>().Require(ViewChart);
        module.AddLongJob<ChartFileJob, ChartFileOrder>("chart_file", new() { MaxAttempts = 5 });
    }

    private static void RegisterImport(IModuleBuilder module)
    {
        module.AddPermission(ImportPosts, CompanyRoles.Owner | CompanyRoles.Executive | CompanyRoles.Manager);
        module.AddDialog<ImportDialog, ImportState>("import").AddSessionSlot<WaitingImport>("import");
        module.Services.AddScoped<PostImportDesk>();
        module.Routes.Screen<ImportPlace, ImportScreen>().Require(ImportPosts);
        module.Routes.Screen<ImportReviewPlace, ImportReviewScreen>().Require(ImportPosts);
        module.Routes.Action<BeginImport, BeginImportAction>().Require(ImportPosts);
        module.Routes.Action<ConfirmImport, ConfirmImportAction>().Require(ImportPosts);
        module.AddLongJob<PostImportJob, PostImportOrder>("import", new() { MaxAttempts = PostImportJob.MaxAttempts });
    }

    private static void RegisterChart(IModuleBuilder module)
    {
        module.Routes.Screen<ChartPlace, ChartScreen>().Require(ViewChart);
        module.Routes.Screen<DivisionPlace, DivisionScreen>().Require(ViewChart);
        module.Routes.Screen<DepartmentPlace, DepartmentScreen>().Require(ViewChart);
        module.Routes.Screen<PositionPlace, PositionScreen>().Require(ViewChart);
        module.Routes.Screen<MyPostsPlace, MyPostsScreen>().Require(ViewChart);
        module.Routes.Command("structure", new ChartPlace());
        module.AddMenuItem(new() { TextKey = "company.menu.structure", Place = new ChartPlace(), Order = 10 });
        module.AddMenuItem(new() { TextKey = "company.menu.posts", Place = new MyPostsPlace(0), Order = 20 });
    }
}
