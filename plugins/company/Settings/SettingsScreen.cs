using DrAivBot.Company.Registration;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Settings;

/// <summary>What the company has set for itself. Everybody may look; the buttons are those of who may change it.</summary>
internal sealed class SettingsScreen(ICompanySettings settings, IOwnership ownership) : IScreen<SettingsPlace>, IScreen<LimitsPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, SettingsPlace place, CancellationToken cancellationToken)
    {
        if (await settings.FindAsync(cancellationToken) is not { } found)
        {
            return Reply.NotFound;
        }

        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.settings.title", ("company", found.Name)),
                turn.Text.GetMarkup(
                    "company.settings.body",
                    ("zone", SettingText.Zone(turn, found.TimeZone)),
                    ("currency", CompanyCurrency.Label(turn.Text, found.Currency)),
                    ("quiet", SettingText.Quiet(turn.Text, found.Quiet)),
                    ("week", SettingText.WorkingWeek(turn.Text, found.Week)),
                    ("cutoff", SettingText.Cutoff(turn.Text, found.Cutoff))),
                turn.May(CompanyModule.ChangeSettings) ? Markup.Empty : turn.Text.GetMarkup("company.settings.look_only")),
        };
        screen = turn.May(CompanyModule.ChangeSettings) ? WithChanges(turn.Text, screen) : screen;
        screen = screen.WithRow(
            Button.To(turn.Text.Get("company.settings.days"), new DaysPlace(0)),
            Button.To(turn.Text.Get("company.settings.limits"), new LimitsPlace()));
        var isSide = turn.May(CompanyModule.OwnCompany) || await ownership.FindOfferAsync(cancellationToken) is not null;
        return Reply.Show(screen
            .WithRow(turn.May(ModulesPlace.Permission) ? [Button.To(turn.Text.Get("company.settings.modules"), new ModulesPlace())] : [])
            .WithRow(isSide ? [Button.To(turn.Text.Get("company.settings.ownership"), new OwnershipPlace())] : [])
            .WithRow(Button.To(turn.Text.Get("company.settings.leave"), new LeavePlace())));
    }

    public async Task<Reply> ShowAsync(ITurn turn, LimitsPlace place, CancellationToken cancellationToken)
    {
        if (await settings.FindAsync(cancellationToken) is not { } found)
        {
            return Reply.NotFound;
        }

        var limits = found.Limits;
        var screen = new Screen
        {
            Body = turn.Text.GetMarkup(
                "company.limits.body",
                ("department", SettingText.Sum(turn.Text, limits.DepartmentHead, found.Currency)),
                ("division", SettingText.Sum(turn.Text, limits.DivisionHead, found.Currency)),
                ("executive", SettingText.Sum(turn.Text, limits.Executive, found.Currency)),
                ("confirm", limits.ConfirmAbove is null ? turn.Text.Get("company.limits.never") : SettingText.Sum(turn.Text, limits.ConfirmAbove, found.Currency))),
        };
        return Reply.Show(turn.May(CompanyModule.OwnCompany)
            ? screen.WithColumn(new[] { SettingKind.LimitDepartment, SettingKind.LimitDivision, SettingKind.LimitExecutive, SettingKind.ConfirmAbove }
                .Select(kind => Button.To(turn.Text.Get("company.limits." + SettingsDialog.NameOf(kind)), new ChangeLimit(kind))))
            : screen);
    }

    private static Screen WithChanges(IText text, Screen screen) => screen
        .WithRow(To(text, SettingKind.Name), To(text, SettingKind.Zone))
        .WithRow(To(text, SettingKind.Currency), To(text, SettingKind.Quiet))
        .WithRow(Button.To(text.Get("company.settings.week"), new WeekPlace()), To(text, SettingKind.Cutoff));

    private static Button To(IText text, SettingKind kind) =>
        Button.To(text.Get("company.settings." + SettingsDialog.NameOf(kind)), new ChangeSetting(kind));
}

/// <summary>The settings of the company.</summary>
[Callback("settings")]
internal readonly record struct SettingsPlace;

/// <summary>Who decides up to which sum.</summary>
[Callback("limits")]
internal readonly record struct LimitsPlace;
