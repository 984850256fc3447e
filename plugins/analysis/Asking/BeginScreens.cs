using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Profile;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>From the profile to the first question.</summary>
internal sealed class BeginScreens(AssessmentDesk desk, AssessmentTable assessments, ProfileTable profiles)
    : IScreen<ProfilePlace>, IScreen<VariantPlace>, IAction<StartPress>, IAction<WidenPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, ProfilePlace place, CancellationToken cancellationToken) =>
        await profiles.FindAsync(cancellationToken) is { } profile
            ? Reply.Show(new Screen { Body = Markup.Paragraphs(turn.Text.GetMarkup("analysis.profile.title"), ProfileText.Body(turn.Text, profile)) }
                .WithRow(Button.To(turn.Text.Get("analysis.profile.right"), new VariantPlace()))
                .WithRow(Button.To(turn.Text.Get("analysis.profile.change"), new AskProfile())))
            : Reply.Begin<ProfileDialog, ProfileState>(new());

    public async Task<Reply> ShowAsync(ITurn turn, VariantPlace place, CancellationToken cancellationToken) =>
        await assessments.FindOpenAsync(cancellationToken) is not null
            ? Reply.GoTo(new AnalysisPlace())
            : Reply.Show(new Screen { Body = turn.Text.GetMarkup("analysis.variant.title") }
                .WithRow(Button.To(turn.Text.Get("analysis.variant.express"), new StartPress(Variant.Express)))
                .WithRow(Button.To(turn.Text.Get("analysis.variant.full"), new StartPress(Variant.Full))));

    public async Task<Reply> ActAsync(ITurn turn, StartPress press, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(press.Variant))
        {
            return Reply.NotFound;
        }

        if (await desk.StartAsync(press.Variant, press.Express, turn.User.Id, cancellationToken) is not { } started)
        {
            return Reply.GoTo(new ProfilePlace());
        }

        return !started.IsNew ? Reply.GoTo(new AnalysisPlace()).WithToast(turn.Text.Get("analysis.already_open"))
            : press.Variant == Variant.Full ? Reply.GoTo(new AssignPlace(started.Open.Id))
            : Reply.GoTo(new ContinuePlace(started.Open.Id));
    }

    public async Task<Reply> ActAsync(ITurn turn, WidenPress press, CancellationToken cancellationToken) =>
        await desk.WidenAsync(press.Assessment, cancellationToken) ? Reply.GoTo(new AssignPlace(press.Assessment)) : Reply.GoTo(new AnalysisPlace());
}
