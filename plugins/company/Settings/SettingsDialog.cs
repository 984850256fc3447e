using DrAivBot.Company.Registration;
using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Settings;

/// <summary>Asks for one setting, and keeps it.</summary>
internal sealed class SettingsDialog(ICompanySettings settings) : IDialog<SettingState>, IAction<ChangeSetting>, IAction<ChangeLimit>
{
    // A longer answer than a name may have still gets the module's own words about names.
    private const int LongestAnswer = 4000;

    public static string NameOf(SettingKind kind) => kind switch
    {
        SettingKind.Name => "name",
        SettingKind.Zone => "zone",
        SettingKind.Currency => "currency",
        SettingKind.Quiet => "quiet",
        SettingKind.Hours => "hours",
        SettingKind.Cutoff => "cutoff",
        SettingKind.LimitDepartment => "limit_department",
        SettingKind.LimitDivision => "limit_division",
        SettingKind.LimitExecutive => "limit_executive",
        _ => "confirm_above",
    };

    public void Define(IDialogSteps<SettingState> steps) => steps
        .AskText("name", Text("name", [SettingKind.Name], NameRefusal) with { MaxLength = LongestAnswer })
        .AskChoice("zone", Choice("zone", SettingKind.Zone, Zones) with { Columns = 2 })
        .AskChoice("currency", Choice("currency", SettingKind.Currency, turn => CompanyCurrency.All.Select(code => (code, CompanyCurrency.Label(turn.Text, code)))))
        .AskText("quiet", Text("quiet", [SettingKind.Quiet], (turn, typed) => SettingText.ReadQuiet(turn.Text, typed) is null ? turn.Text.Get("company.settings.bad_hours") : null))
        .AskText("hours", Text("hours", [SettingKind.Hours], (turn, typed) =>
            SettingText.ReadHours(typed) is var (from, until) && until > from ? null : turn.Text.Get("company.settings.bad_work")))
        .AskChoice("day", Choice("day", SettingKind.Cutoff, Days) with { Save = (state, day) => state.Day = day })
        .AskText("time", Text("time", [SettingKind.Cutoff], (turn, typed) => SettingText.ReadTime(typed) is null ? turn.Text.Get("company.settings.bad_time") : null))
        .AskText("limit", Text("limit", [SettingKind.LimitDepartment, SettingKind.LimitDivision], (turn, typed) =>
            SettingText.ReadSum(typed) is null ? turn.Text.Get("company.settings.bad_sum") : null))
        .AskText("openlimit", Text("openlimit", [SettingKind.LimitExecutive, SettingKind.ConfirmAbove], (turn, typed) =>
            SettingText.IsNone(turn.Text, typed) || SettingText.ReadSum(typed) is not null ? null : turn.Text.Get("company.settings.bad_sum")));

    public async Task<Reply> CompleteAsync(ITurn turn, SettingState state, CancellationToken cancellationToken)
    {
        if (await settings.FindAsync(cancellationToken) is not { } present || ChangeOf(turn, state, present) is not { } change)
        {
            return Reply.NotFound;
        }

        var reply = state.Kind switch
        {
            SettingKind.Hours => Reply.GoTo(new WeekPlace()),
            >= SettingKind.LimitDepartment => Reply.GoTo(new LimitsPlace()),
            _ => Reply.GoTo(new SettingsPlace()),
        };
        return Answer(turn, await settings.ChangeAsync(change, cancellationToken), reply);
    }

    public Task<Reply> ActAsync(ITurn turn, ChangeSetting press, CancellationToken cancellationToken) => Begin(press.Kind);

    public Task<Reply> ActAsync(ITurn turn, ChangeLimit press, CancellationToken cancellationToken) => Begin(press.Kind);

    /// <summary>What came of a change, in words.</summary>
    public static Reply Answer(ITurn turn, SettingsOutcome outcome, Reply reply) => outcome switch
    {
        SettingsOutcome.Done => reply.WithToast(turn.Text.Get("company.settings.saved")),
        SettingsOutcome.Unchanged => reply.WithToast(turn.Text.Get("company.refused.unchanged")),
        SettingsOutcome.BadValue => Reply.Stay.WithToast(turn.Text.Get("company.settings.bad_value")),
        _ => Reply.NotFound,
    };

    private static Task<Reply> Begin(SettingKind kind) => Task.FromResult(Reply.Begin<SettingsDialog, SettingState>(new() { Kind = kind }));

    private static CompanyChange? ChangeOf(ITurn turn, SettingState state, CompanySettings present) => state.Kind switch
    {
        SettingKind.Name => new() { Name = state.Answer },
        SettingKind.Zone => new() { TimeZone = state.Answer },
        SettingKind.Currency => new() { Currency = state.Answer },
        SettingKind.Quiet => new() { Quiet = SettingText.ReadQuiet(turn.Text, state.Answer) },
        SettingKind.Hours when SettingText.ReadHours(state.Answer) is var (from, until) =>
            new() { Week = present.Week.Keys.ToDictionary(day => day, _ => new WorkingHours { From = from, Until = until }) },
        SettingKind.Cutoff when SettingText.ReadTime(state.Answer) is { } time && Enum.TryParse<DayOfWeek>(state.Day, out var day) =>
            new() { Cutoff = new() { Day = day, At = time } },
        SettingKind.LimitDepartment => new() { Limits = present.Limits with { DepartmentHead = SettingText.ReadSum(state.Answer) ?? 0 } },
        SettingKind.LimitDivision => new() { Limits = present.Limits with { DivisionHead = SettingText.ReadSum(state.Answer) ?? 0 } },
        SettingKind.LimitExecutive => new() { Limits = present.Limits with { Executive = SettingText.ReadSum(state.Answer) } },
        SettingKind.ConfirmAbove => new() { Limits = present.Limits with { ConfirmAbove = SettingText.ReadSum(state.Answer) } },
        _ => null,
    };

    private static TextStep<SettingState> Text(string name, SettingKind[] kinds, Func<ITurn, string, string?> refuse) => new()
    {
        QuestionKey = "company.settings.ask_" + name,
        LabelKey = "company.settings.answer",
        Validate = (turn, typed, _) => ValueTask.FromResult(refuse(turn, typed)),
        Save = (state, typed) => state.Answer = typed,
        When = state => kinds.Contains(state.Kind),
    };

    private static ChoiceStep<SettingState> Choice(string name, SettingKind kind, Func<ITurn, IEnumerable<(string Id, string Label)>> choices) => new()
    {
        QuestionKey = "company.settings.ask_" + name,
        LabelKey = "company.settings.answer",
        Choices = (turn, _, _) => ValueTask.FromResult<IReadOnlyList<Choice>>(
            [.. choices(turn).Select(choice => new Choice { Id = choice.Id, Label = choice.Label })]),
        Save = (state, id) => state.Answer = id,
        When = state => state.Kind == kind,
    };

    private static IEnumerable<(string Id, string Label)> Zones(ITurn turn) => CompanyZone.All
        .Select(zone => (zone.Id, Label: zone.ShortLabel(turn.Text, turn.StartedAt)))
        .Where(zone => zone.Label is not null)
        .Select(zone => (zone.Id, zone.Label!));

    private static IEnumerable<(string Id, string Label)> Days(ITurn turn) =>
        SettingText.Week.Select(day => (day.ToString(), turn.Text.Culture.DateTimeFormat.GetDayName(day)));

    private static string? NameRefusal(ITurn turn, string name) => CompanyNameRules.RefusalKey(name) is { } key
        ? turn.Text.Get(key, ("min", CompanyName.MinLength), ("max", CompanyName.MaxLength))
        : null;
}

/// <summary>The setting that is asked for.</summary>
internal sealed record SettingState
{
    public SettingKind Kind { get; set; }

    /// <summary>As typed or chosen.</summary>
    public string Answer { get; set; } = "";

    /// <summary>The day on which a week closes.</summary>
    public string Day { get; set; } = "";
}

/// <summary>Begins to change a setting.</summary>
[Callback("set")]
internal readonly record struct ChangeSetting(SettingKind Kind);

/// <summary>Begins to change a limit, which the owner alone may.</summary>
[Callback("setlimit")]
internal readonly record struct ChangeLimit(SettingKind Kind);
