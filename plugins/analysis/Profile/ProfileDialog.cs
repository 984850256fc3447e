using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Asking;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Profile;

/// <summary>Asks for the nine fields of the profile and keeps them for the next assessment.</summary>
internal sealed class ProfileDialog(ProfileTable table, ICompanySettings settings) : IDialog<ProfileState>, IAction<AskProfile>
{
    private const int LongestShort = 60;
    private const int LongestProduct = 200;
    private const int LongestGoal = 500;
    private const int MostEmployees = 100_000;
    private const int MostYears = 150;
    private const decimal MostMoney = 1_000_000_000_000_000;

    private static readonly IReadOnlyList<string> Currencies = ["RUB", "KZT", "BYN", "UZS", "KGS", "AMD", "AZN", "GEL", "USD", "EUR", "CNY", "TRY"];

    public void Define(IDialogSteps<ProfileState> steps) => steps
        .AskChoice("industry", Choose("industry", Industries.All, (state, id) => state.Industry = id, state => state.Industry) with { Columns = 2 })
        .AskText("industrytext", Text("industry_text", LongestShort, (state, typed) => state.IndustryText = typed, state => state.IndustryText) with
        {
            When = state => state.Industry == Industries.Other,
        })
        .AskChoice("model", Choose("model", BusinessModels.All, (state, id) => state.Model = id, state => state.Model))
        .AskText("product", Text("product", LongestProduct, (state, typed) => state.Product = typed, state => state.Product))
        .AskText("employees", Number("employees", 1, MostEmployees, isOptional: false, (state, typed) => state.Employees = typed, state => state.Employees))
        .AskText("age", Number("age", 0, MostYears, isOptional: true, (state, typed) => state.Age = typed, state => state.Age))
        .AskChoice("currency", new()
        {
            QuestionKey = "analysis.profile.ask.currency",
            LabelKey = "analysis.profile.label.currency",
            Choices = async (_, _, token) => await CurrenciesAsync(token),
            Save = (state, id) => state.Currency = id,
            Current = state => state.Currency,
            Columns = 4,
        })
        .AskText("revenue", Number("revenue", 0, MostMoney, isOptional: true, (state, typed) => state.Revenue = typed, state => state.Revenue))
        .AskText("costs", Number("costs", 0, MostMoney, isOptional: true, (state, typed) => state.Costs = typed, state => state.Costs))
        .AskText("goal", Text("goal", LongestGoal, (state, typed) => state.Goal = typed, state => state.Goal) with { MultiLine = true })
        .Review(new()
        {
            Summary = (turn, state) => Markup.Paragraphs(turn.Text.GetMarkup("analysis.profile.review"), ProfileText.Body(turn.Text, state.ToProfile())),
            ConfirmKey = "analysis.profile.confirm",
        });

    public async Task<Reply> CompleteAsync(ITurn turn, ProfileState state, CancellationToken cancellationToken)
    {
        await table.KeepAsync(state.ToProfile(), cancellationToken);
        return Reply.GoTo(new VariantPlace());
    }

    public async Task<Reply> ActAsync(ITurn turn, AskProfile press, CancellationToken cancellationToken) =>
        Reply.Begin<ProfileDialog, ProfileState>(await table.FindAsync(cancellationToken) is { } last ? ProfileState.Of(last) : new());

    private async Task<IReadOnlyList<Choice>> CurrenciesAsync(CancellationToken cancellationToken)
    {
        var own = (await settings.FindAsync(cancellationToken))?.Currency;
        var codes = own is null ? Currencies : [own, .. Currencies.Where(code => code != own)];
        return [.. codes.Select(code => new Choice { Id = code, Label = code })];
    }

    private static ChoiceStep<ProfileState> Choose(string field, IReadOnlyList<string> ids, Action<ProfileState, string> save, Func<ProfileState, string?> current) => new()
    {
        QuestionKey = "analysis.profile.ask." + field,
        LabelKey = "analysis.profile.label." + field,
        Choices = (turn, _, _) => ValueTask.FromResult<IReadOnlyList<Choice>>(
            [.. ids.Select(id => new Choice { Id = id, Label = turn.Text.Get($"analysis.{field}.{id}") })]),
        Save = save,
        Current = current,
    };

    private static TextStep<ProfileState> Text(string field, int most, Action<ProfileState, string> save, Func<ProfileState, string?> current) => new()
    {
        QuestionKey = "analysis.profile.ask." + field,
        LabelKey = "analysis.profile.label." + field,
        MaxLength = most,
        Save = save,
        Current = current,
    };

    private static TextStep<ProfileState> Number(
        string field, decimal least, decimal most, bool isOptional, Action<ProfileState, string> save, Func<ProfileState, string?> current) =>
        Text(field, LongestShort, save, current) with
        {
            SkipKey = isOptional ? "analysis.profile.skip" : null,
            Validate = (turn, typed, _) => ValueTask.FromResult(
                (isOptional && ProfileState.IsNothing(typed)) || (TypedNumber.Parse(typed) is { } number && number >= least && number <= most && (isOptional || number == Math.Floor(number)))
                    ? null
                    : turn.Text.Get("analysis.number.range", ("min", TypedNumber.Show(least, turn.Text.Culture)), ("max", TypedNumber.Show(most, turn.Text.Culture)))),
        };
}
