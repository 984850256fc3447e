using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Registration;

/// <summary>Name, time zone, currency, confirmation: then the company stands.</summary>
internal sealed class RegistrationDialog(IOrganisation organisation) : IDialog<RegistrationState>
{
    // A longer answer than a name may have still gets the module's own words about names.
    private const int LongestAnswer = 4000;

    public void Define(IDialogSteps<RegistrationState> steps) => steps
        .AskText("name", new()
        {
            QuestionKey = "company.registration.name.question",
            LabelKey = "company.registration.name.label",
            MaxLength = LongestAnswer,
            Validate = (turn, name, _) => ValueTask.FromResult(Refusal(turn, name)),
            Save = (state, name) => state.Name = name,
            Current = state => state.Name,
        })
        .AskChoice("zone", new()
        {
            QuestionKey = "company.registration.zone.question",
            LabelKey = "company.registration.zone.label",
            Choices = (turn, _, _) => ValueTask.FromResult(Zones(turn)),
            Save = (state, zone) => state.TimeZone = zone,
            Current = state => state.TimeZone,
            Columns = 2,
        })
        .AskChoice("currency", new()
        {
            QuestionKey = "company.registration.currency.question",
            LabelKey = "company.registration.currency.label",
            Choices = (turn, state, _) => ValueTask.FromResult(Currencies(turn, state)),
            Save = (state, currency) => state.Currency = currency,
            Current = state => state.Currency,
        })
        .Review(new() { Summary = Summary, ConfirmKey = "company.registration.confirm" });

    public async Task<Reply> CompleteAsync(ITurn turn, RegistrationState state, CancellationToken cancellationToken)
    {
        if (turn.GetSlot<LastRegistration>().Key != state.Key)
        {
            var company = new NewCompany { Name = state.Name, TimeZone = state.TimeZone ?? "", Currency = state.Currency ?? "" };
            await organisation.RegisterCompanyAsync(company, cancellationToken);
            turn.SetSlot<LastRegistration>(new() { Key = state.Key });
        }

        return Reply.GoTo(new WelcomePlace()).WithToast(turn.Text.Get("company.registration.done"));
    }

    private static string? Refusal(ITurn turn, string name) =>
        CompanyNameRules.RefusalKey(name) is { } key
            ? turn.Text.Get(key, ("min", CompanyName.MinLength), ("max", CompanyName.MaxLength))
            : null;

    private static IReadOnlyList<Choice> Zones(ITurn turn) =>
    [
        .. CompanyZone.All
            .Select(zone => (zone.Id, Label: zone.ShortLabel(turn.Text, turn.StartedAt)))
            .Where(zone => zone.Label is not null)
            .Select(zone => new Choice { Id = zone.Id, Label = zone.Label! }),
    ];

    private static IReadOnlyList<Choice> Currencies(ITurn turn, RegistrationState state) =>
        [.. CompanyCurrency.For(state.TimeZone).Select(code => new Choice { Id = code, Label = CompanyCurrency.Label(turn.Text, code) })];

    private static Markup Summary(ITurn turn, RegistrationState state) => turn.Text.GetMarkup(
        "company.registration.review",
        ("name", state.Name),
        ("zone", CompanyZone.Find(state.TimeZone)?.Label(turn.Text, turn.StartedAt)),
        ("currency", state.Currency is { } code ? CompanyCurrency.Label(turn.Text, code) : null));
}
