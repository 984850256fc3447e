using DrAivBot.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Wishes;

/// <summary>What the people of a company wish for.</summary>
public sealed class WishesModule : IBotModule
{
    internal const string Grant = "wishes.grant";

    public ModuleManifest Manifest { get; } = new() { Id = "wishes", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        var settings = module.GetSettings(WishesJson.Default.WishesSettings);
        module.Services.AddSingleton(settings).AddScoped<WishTable>();
        module.AddTexts().AddMigrations().AddJson(WishesJson.Default);
        module.AddPermission(Grant, CompanyRoles.Executive | CompanyRoles.Owner);
        module.AddDialog<MakeWish, WishDraft>("make").AddDialog<CallMeeting, MeetingDraft>("meeting");
        module.AddSessionSlot<WishFilter>("filter").AddSessionUpgrade<WishesUpgrade>(version: 2);

        module.AddJob<ForgetWish, FulfilledWish>("forget");
        module.AddLongJob<TidyWishes, WeeklyTidying>("tidy", new() { Cron = "0 5 * * MON" });
        module.AddEvent<WishGranted>("wishes.granted", version: 1);
        module.AddEventHandler<DropWishesOfClosedDivision, DivisionClosed>("company.division_closed", version: 1);

        module.Routes.Screen<WishListPlace, WishListScreen>();
        module.Routes.Screen<WishPlace, WishScreen>();
        module.Routes.Screen<WishMonthPlace, WishMonthScreen>();
        module.Routes.Action<BeginWish, BeginWishAction>();
        module.Routes.Action<BeginMeeting, CallMeeting>();
        module.Routes.Action<FilterWishes, FilterWishesAction>();
        module.Routes.Action<GrantWish, GrantWishAction>().Require(Grant);

        module.Routes.Command("wishes", new WishListPlace());
        module.Routes.DeepLink("wish_", payload => new WishPlace(Guid.TryParse(payload, out var id) ? id : Guid.Empty));
        module.AddMenuItem(new() { TextKey = "wishes.menu", Place = new WishListPlace(), Order = 50 });
    }
}
