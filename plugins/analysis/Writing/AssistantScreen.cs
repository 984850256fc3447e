using DrAivBot.Analysis.Results;
using DrAivBot.Assistant;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Writing;

/// <summary>On which terms an assistant writes: the owner's consent and its end, what is left of the month, and a report written anew.</summary>
internal sealed class AssistantScreen(IAssistantTerms terms, SeenResults seen, ReportTable reports, ReportOrders orders)
    : IScreen<AssistantPlace>, IAction<GiveConsent>, IAction<WithdrawConsent>, IAction<WriteAgain>
{
    public async Task<Reply> ShowAsync(ITurn turn, AssistantPlace place, CancellationToken cancellationToken)
    {
        if (await terms.FindStateAsync(cancellationToken) is not { IsConfigured: true } state)
        {
            return Reply.NotFound;
        }

        return Reply.Show(state.HasConsent
            ? await GivenAsync(turn, place, state, cancellationToken)
            : Wanted(turn, place, state));
    }

    public async Task<Reply> ActAsync(ITurn turn, GiveConsent press, CancellationToken cancellationToken) =>
        Answer(turn, await terms.GiveConsentAsync(press.Version, cancellationToken), "analysis.assistant.given", press.Assessment);

    public async Task<Reply> ActAsync(ITurn turn, WithdrawConsent press, CancellationToken cancellationToken) =>
        Answer(turn, await terms.WithdrawConsentAsync(cancellationToken), "analysis.assistant.withdrawn", press.Assessment);

    public async Task<Reply> ActAsync(ITurn turn, WriteAgain press, CancellationToken cancellationToken)
    {
        if (await seen.FindWholeAsync(turn, press.Assessment, cancellationToken) is null)
        {
            return Reply.NotFound;
        }

        await orders.OrderAgainAsync(turn, press.Assessment, cancellationToken);
        return Reply.GoTo(new ResultsPlace(press.Assessment)).WithToast(turn.Text.Get("analysis.report.ordered"));
    }

    private async Task<Screen> GivenAsync(ITurn turn, AssistantPlace place, AssistantState state, CancellationToken cancellationToken)
    {
        var screen = new Screen
        {
            Body = Markup.Paragraphs(turn.Text.GetMarkup("analysis.assistant.title"), turn.Text.GetMarkup("analysis.assistant.on"), QuotaText.Of(turn.Text, state.Quota)),
        };
        if (place.Assessment != Guid.Empty && await reports.FindAsync(place.Assessment, turn.User.Language, cancellationToken) is { Source: ReportSource.Template })
        {
            screen = screen.WithRow(Button.To(turn.Text.Get("analysis.assistant.write"), new WriteAgain(place.Assessment)));
        }

        return IsOwner(turn) ? screen.WithRow(Button.To(turn.Text.Get("analysis.assistant.withdraw"), new WithdrawConsent(place.Assessment))) : screen;
    }

    private static Screen Wanted(ITurn turn, AssistantPlace place, AssistantState state) => IsOwner(turn)
        ? new Screen { Body = Markup.Paragraphs(turn.Text.GetMarkup(state.ConsentKey), QuotaText.Of(turn.Text, state.Quota)) }
            .WithRow(Button.To(turn.Text.Get("analysis.assistant.give"), new GiveConsent(place.Assessment, state.ConsentVersion)))
        : new Screen { Body = Markup.Paragraphs(turn.Text.GetMarkup("analysis.assistant.title"), turn.Text.GetMarkup("analysis.assistant.owner_decides")) };

    private static Reply Answer(ITurn turn, ConsentOutcome outcome, string done, Guid assessment) => Reply.GoTo(new AssistantPlace(assessment)).WithToast(turn.Text.Get(outcome switch
    {
        ConsentOutcome.Done or ConsentOutcome.Unchanged => done,
        ConsentOutcome.OtherText => "analysis.assistant.other_text",
        _ => "analysis.assistant.owner_only",
    }));

    private static bool IsOwner(ITurn turn) => turn.Member?.Role.HasFlag(CompanyRoles.Owner) == true;
}
