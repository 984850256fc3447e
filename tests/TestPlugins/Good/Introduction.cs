using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Good;

public sealed class IntroductionState
{
    public string Name { get; set; } = "";
}

public sealed class Introduction : IDialog<IntroductionState>
{
    public void Define(IDialogSteps<IntroductionState> steps) => steps.AskText("name", new TextStep<IntroductionState>
    {
        QuestionKey = "good.ask.name",
        LabelKey = "good.label.name",
        Save = (state, name) => state.Name = name,
    });

    public Task<Reply> CompleteAsync(ITurn turn, IntroductionState state, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.GoTo(new Hello()).WithToast(state.Name));
}
