using DrAivBot.Company.Invitations;
using DrAivBot.Company.OrgChart;
using DrAivBot.Company.PersonalData;
using DrAivBot.Company.Registration;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Company;

/// <summary>Companies: registration and the chart of divisions, departments and posts.</summary>
public sealed class CompanyModule : IBotModule
{
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
        RegisterPersonalData(module);
    }

    private static void RegisterPersonalData(IModuleBuilder module)
    {
        module.Services.AddScoped<ExportDesk>().AddScoped<ErasureNews>();
        module.AddLongJob<ExportJob, ExportOrder>("export");
        module.Routes.Screen<MyDataPlace, MyDataScreen>().AllowGuests();
        module.Routes.Screen<ErasurePlace, ErasureScreen>().AllowGuests();
        module.Routes.Action<RequestErasure, ErasureScreen>().AllowGuests();
        module.Routes.Action<CancelErasure, CancelErasureAction>().AllowGuests();
        module.Routes.Action<OrderExport, OrderExportAction>().AllowGuests();
        module.Routes.Command("mydata", new MyDataPlace());
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
