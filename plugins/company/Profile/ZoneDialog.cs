using DrAivBot.Company.Registration;
using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Profile;

/// <summary>Where times are shown to the person, whatever their company's zone is.</summary>
internal sealed class ZoneDialog(IOwnProfile profile) : IDialog<ZoneState>
{
    private const string AsCompany = "company";

    public void Define(IDialogSteps<ZoneState> steps) => steps.AskChoice("zone", new()
    {
        QuestionKey = "company.profile.zone_question",
        LabelKey = "company.registration.zone.label",
        Choices = (turn, _, _) => ValueTask.FromResult(Zones(turn)),
        Save = (state, zone) => state.TimeZone = zone,
        Columns = 2,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, ZoneState state, CancellationToken cancellationToken)
    {
        var zone = state.TimeZone == AsCompany ? null : state.TimeZone;
        return await profile.ChooseTimeZoneAsync(zone, cancellationToken)
            ? Reply.GoTo(new ProfilePlace()).WithToast(turn.Text.Get("company.profile.zone_saved"))
            : Reply.NotFound;
    }

    private static IReadOnlyList<Choice> Zones(ITurn turn) =>
    [
        new() { Id = AsCompany, Label = turn.Text.Get("company.profile.as_company") },
        .. CompanyZone.All
            .Select(zone => (zone.Id, Label: zone.ShortLabel(turn.Text, turn.StartedAt)))
            .Where(zone => zone.Label is not null)
            .Select(zone => new Choice { Id = zone.Id, Label = zone.Label! }),
    ];
}

/// <summary>What choosing a zone collects.</summary>
internal sealed record ZoneState
{
    /// <summary>Null until it was chosen.</summary>
    public string? TimeZone { get; set; }
}
