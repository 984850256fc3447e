using DrAivBot.Assistant;
using DrAivBot.Delivery;
using DrAivBot.Events;
using DrAivBot.Files;
using DrAivBot.Host.Events;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Notifications;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Work;

namespace DrAivBot.Host.Work;

/// <summary>
/// The one place where core services are made, each for one piece of a module's work and only when the module asks. A
/// new core service is one line here and one in <see cref="TurnServices.Types"/>.
/// </summary>
internal sealed class CoreServices(
    TextCatalogue coreTexts, JobSignal jobs, NotificationParts notifications, ModuleCatalogue modules, OrganisationParts parts)
{
    /// <summary>The services of a piece of work.</summary>
    public TurnServices For(ModuleWork work) => new(type => Create(type, work));

    private object? Create(Type type, ModuleWork work) =>
        type == typeof(IWork) ? new WorkView(work, coreTexts)
        : type == typeof(IOrganisation) ? new TurnOrganisation(OrganisationOf(work))
        : CreateOrganisation(type, work) ?? CreateDelivery(type, work);

    private object? CreateOrganisation(Type type, ModuleWork work) =>
        type == typeof(IPosts) ? new TurnPosts(OrganisationOf(work), new OpenItems(work.Database, ListItems))
        : type == typeof(IPostImport) ? new PostImport(OrganisationOf(work), parts.Links)
        : type == typeof(IPeople) ? new TurnPeople(OrganisationOf(work))
        : type == typeof(IAbsences) ? new TurnAbsences(OrganisationOf(work))
        : type == typeof(ICompanySettings) ? new TurnSettings(OrganisationOf(work))
        : type == typeof(IOwnership) ? new TurnOwnership(OrganisationOf(work))
        : type == typeof(ITraining) ? new TurnTraining(OrganisationOf(work))
        : type == typeof(IAudit) ? new TurnAudit(OrganisationOf(work), work.Module.Manifest.Id)
        : type == typeof(IPersonalData) ? parts.Privacy.For(OrganisationOf(work))
        : type == typeof(IKeptFiles) ? parts.Privacy.Files.For(work.Company.Id, work.Module.Manifest.Id)
        : type == typeof(IAssistantTerms) ? parts.Assistant.For(OrganisationOf(work), work.Module.Manifest.Id)
        : type == typeof(IInvitations) ? new TurnInvitations(OrganisationOf(work), parts.Links, company => NotificationsIn(() => company, work))
        : type == typeof(ICompanies) ? new TurnCompanies(work.Database, ActingIn(work), work.Company)
        : type == typeof(IOwnProfile) ? new TurnProfile(work)
        : null;

    private object? CreateDelivery(Type type, ModuleWork work) =>
        type == typeof(INotifications) ? NotificationsIn(() => work.Company.Id, work)
        : type == typeof(IRecipients) ? new TurnRecipients(OrganisationOf(work))
        : type == typeof(ITaskProgress) ? notifications.ProgressFor(work.Database, work.Module, () => work.Company.Id, work.StartedAt)
        : type == typeof(IJobs) ? new ModuleJobs(work.Database, work.Module, jobs)
        : type == typeof(IEvents) ? new ModuleEvents(work.Database, work.Module, jobs, modules)
        : null;

    private OrganisationWork OrganisationOf(ModuleWork work) => new(work.Database, ActingIn(work), parts.Board, work.Company, jobs);

    /// <summary>A module that a company has switched off keeps its items, so they count.</summary>
    private IReadOnlyList<ModuleItems> ListItems() =>
    [
        .. from module in modules.Routes.Modules
           let items = module.PositionItems
           where items is not null
           select new ModuleItems(module.Manifest.Id, items),
    ];

    private INotifications NotificationsIn(Func<CompanyId?> company, ModuleWork work) =>
        notifications.NotificationsFor(work.Database, work.Module, company, work.StartedAt, isPaced: work.User is null);

    private static Acting ActingIn(ModuleWork work) =>
        new() { User = work.User, UserName = work.UserName, Language = work.Language.Code, StartedAt = work.StartedAt };
}
