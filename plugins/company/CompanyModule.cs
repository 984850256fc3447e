using DrAivBot.Company.ChartFiles;
using DrAivBot.Company.Employees;
using DrAivBot.Company.Invitations;
using DrAivBot.Company.OrgChart;
using DrAivBot.Company.PersonalData;
using DrAivBot.Company.Profile;
using DrAivBot.Company.Registration;
using DrAivBot.Company.Settings;
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
    internal const string ChangeSettings = "company.settings.change";
    internal const string OwnCompany = "company.own";
    internal const string Invite = "company.invite";

    /// <inheritdoc/>
    public ModuleManifest Manifest { get; } = new() { Id = "company", Version = new Version(1, 0) };

    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddJson(CompanyJson.Default).AddPermission(ViewChart, CompanyRoles.Everyone);
        RegisterRegistration(module);
        RegisterInvitations(module);
        RegisterProfile(module);
        RegisterChart(module);
        RegisterPosts(module);
        RegisterEmployees(module);
        RegisterSettings(module);
        RegisterChartFiles(module);
        RegisterImport(module);
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
        module.Routes.Screen<ConsentPlace, InvitationScreen>().AllowGuests();
        module.Routes.Action<AcceptInvitation, InvitationScreen>().AllowGuests();
        module.Routes.Action<DeclineInvitation, InvitationScreen>().AllowGuests();
        module.Routes.DeepLink(InvitationLink.Prefix, code => new InvitationPlace(InvitationLink.KeyOf(code)));
        module.Routes.Screen<JoinedPlace, JoinedScreen>().Require(ViewChart);
        module.AddPermission(Invite, CompanyRoles.Manager | CompanyRoles.Executive | CompanyRoles.Owner);
        module.Routes.Screen<InvitePlace, InviteScreen>().Require(Invite);
        module.Routes.Action<IssueInvitation, InviteScreen>().Require(Invite);
        module.Routes.Screen<InvitationsPlace, InvitationsScreen>().Require(Invite);
        module.Routes.Screen<InvitationCardPlace, InvitationCardScreen>().Require(Invite);
        module.Routes.Action<RevokeInvitation, InvitationCardScreen>().Require(Invite);
        module.Routes.Command("invitations", new InvitationsPlace(0));
        module.AddMenuItem(new() { TextKey = "company.menu.invitations", Place = new InvitationsPlace(0), Order = 30 });
        module.AddMenuItem(new()
        {
            TextKey = "company.menu.invited",
            Place = new InvitationHelpPlace(),
            Order = 20,
            Audience = MenuAudience.Guests,
        });
    }

    private static void RegisterProfile(IModuleBuilder module)
    {
        module.AddDialog<ZoneDialog, ZoneState>("zone");
        module.Routes.Screen<ProfilePlace, ProfileScreen>().Require(ViewChart);
        module.Routes.Action<ChooseLanguage, ChooseOwnLanguage>().Require(ViewChart);
        module.Routes.Screen<ChooseZonePlace, ProfileScreen>().Require(ViewChart);
        module.Routes.Screen<CompaniesPlace, CompaniesScreen>().Require(ViewChart);
        module.Routes.Action<EnterCompany, CompaniesScreen>().Require(ViewChart);
        module.Routes.Command("profile", new ProfilePlace());
        module.Routes.Command("companies", new CompaniesPlace(0));
        module.AddMenuItem(new() { TextKey = "company.menu.profile", Place = new ProfilePlace(), Order = 800 });
        module.AddMenuItem(new() { TextKey = "company.menu.companies", Place = new CompaniesPlace(0), Order = 810, Audience = MenuAudience.MembersOfSeveral });
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

    private static void RegisterPosts(IModuleBuilder module)
    {
        module.Services.AddScoped<PostNotices>().AddScoped<PostQuestion>().AddScoped<DeputyNaming>().AddScoped<CompanyDay>();
        module.AddDialog<RenameDialog, RenameState>("rename").AddDialog<AddPostDialog, AddPostState>("addpost");
        module.Routes.Screen<PickPlace, PickScreen>().Require(ViewChart);
        module.Routes.Screen<FillPlace, FillScreen>().Require(ViewChart);
        module.Routes.Action<FillPress, FillScreen>().Require(ViewChart);
        module.Routes.Screen<FreePlace, FreeScreen>().Require(ViewChart);
        module.Routes.Action<FreePress, FreeScreen>().Require(ViewChart);
        module.Routes.Screen<EditPostPlace, EditPostScreen>().Require(ViewChart);
        module.Routes.Screen<EditUnitPlace, EditUnitScreen>().Require(ViewChart);
        module.Routes.Action<RenamePress, RenameDialog>().Require(ViewChart);
        module.Routes.Action<ResetNamePress, RenameDialog>().Require(ViewChart);
        module.Routes.Screen<MovePostPlace, MovePostScreen>().Require(ViewChart);
        module.Routes.Action<MovePostPress, MovePostScreen>().Require(ViewChart);
        module.Routes.Screen<ArchivePlace, ArchiveScreen>().Require(ViewChart);
        module.Routes.Action<ArchivePress, ArchiveScreen>().Require(ViewChart);
        module.Routes.Action<AddPostPress, AddPostDialog>().Require(ViewChart);
        module.Routes.Action<AddHeadPress, AddPostDialog>().Require(ViewChart);
        module.Routes.Screen<DeputiesPlace, DeputiesScreen>().Require(ViewChart);
        module.Routes.Action<RemoveDeputyPress, DeputiesScreen>().Require(ViewChart);
        module.Routes.Screen<DeputyTermPlace, DeputyTermScreen>().Require(ViewChart);
        module.Routes.Action<NameDeputyPress, DeputyTermScreen>().Require(ViewChart);
    }

    private static void RegisterEmployees(IModuleBuilder module)
    {
        module.AddDialog<FindPeopleDialog, FindPeopleState>("find").AddDialog<PeriodDialog, PeriodState>("period");
        module.Routes.Screen<PeoplePlace, PeopleScreen>().Require(ViewChart);
        module.Routes.Action<FindInPeople, FindPeopleDialog>().Require(ViewChart);
        module.Routes.Action<FindInPick, FindPeopleDialog>().Require(ViewChart);
        module.Routes.Screen<PersonPlace, PersonScreen>().Require(ViewChart);
        module.Routes.Screen<DismissPlace, DismissScreen>().Require(ViewChart);
        module.Routes.Action<DismissPress, DismissScreen>().Require(ViewChart);
        module.Routes.Screen<AbsencesPlace, AbsencesScreen>().Require(ViewChart);
        module.Routes.Screen<AllAbsencesPlace, AbsencesScreen>().Require(ViewChart);
        module.Routes.Action<NoteAbsenceStart, PeriodDialog>().Require(ViewChart);
        module.Routes.Action<DeputyPeriodPress, PeriodDialog>().Require(ViewChart);
        module.Routes.Action<NoteAbsencePress, NoteAbsence>().Require(ViewChart);
        module.Routes.Screen<EndAbsencePlace, EndAbsenceScreen>().Require(ViewChart);
        module.Routes.Action<EndAbsencePress, EndAbsenceScreen>().Require(ViewChart);
        module.Routes.Command("people", new PeoplePlace(PeopleView.Everyone, "", 0));
        module.AddMenuItem(new() { TextKey = "company.menu.people", Place = new PeoplePlace(PeopleView.Everyone, "", 0), Order = 30 });
        module.AddMenuItem(new() { TextKey = "company.menu.absences", Place = new AbsencesPlace(null, 0), Order = 40 });
    }

    private static void RegisterSettings(IModuleBuilder module)
    {
        module.AddPermission(ChangeSettings, CompanyRoles.Owner | CompanyRoles.Executive).AddPermission(OwnCompany, CompanyRoles.Owner);
        module.AddDialog<SettingsDialog, SettingState>("settings").AddDialog<DaysDialog, DaysState>("days");
        module.Routes.Screen<SettingsPlace, SettingsScreen>().Require(ViewChart);
        module.Routes.Screen<LimitsPlace, SettingsScreen>().Require(ViewChart);
        module.Routes.Action<ChangeSetting, SettingsDialog>().Require(ChangeSettings);
        module.Routes.Action<ChangeLimit, SettingsDialog>().Require(OwnCompany);
        module.Routes.Screen<WeekPlace, WeekScreen>().Require(ChangeSettings);
        module.Routes.Action<SwitchDay, WeekScreen>().Require(ChangeSettings);
        module.Routes.Screen<DaysPlace, DaysScreen>().Require(ViewChart);
        module.Routes.Action<RemoveDay, DaysScreen>().Require(ChangeSettings);
        module.Routes.Action<AddDays, DaysDialog>().Require(ChangeSettings);
        module.Routes.Screen<LeavePlace, LeaveScreen>().Require(ViewChart);
        module.Routes.Action<LeavePress, LeaveScreen>().Require(ViewChart);
        module.Routes.Screen<OfferPlace, OfferScreen>().Require(OwnCompany);
        module.Routes.Action<OfferPress, OfferScreen>().Require(OwnCompany);
        module.Routes.Screen<OwnershipPlace, OwnershipScreen>().Require(ViewChart);
        module.Routes.Action<AcceptOffer, OwnershipScreen>().Require(ViewChart);
        module.Routes.Action<CloseOffer, OwnershipScreen>().Require(ViewChart);
        module.AddMenuItem(new() { TextKey = "company.menu.settings", Place = new SettingsPlace(), Order = 820 });
    }
}
