using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Blabs;

public sealed class BlabDraft
{
    public string Text { get; set; } = "";

    public string Before { get; set; } = "";
}

/// <summary>Fails in the way the first word names, and repeats the rest.</summary>
public sealed class Blab : IDialog<BlabDraft>
{
    public void Define(IDialogSteps<BlabDraft> steps) => steps.AskText("text", new TextStep<BlabDraft>
    {
        QuestionKey = "blabs.ask.text",
        LabelKey = "blabs.label.text",
        Save = (draft, text) => draft.Text = text,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, BlabDraft state, CancellationToken cancellationToken)
    {
        switch (state.Text.Split(' ')[0])
        {
            case "throw":
                throw new InvalidOperationException(state.Text, new ArgumentException(state.Text, state.Text));
            case "several":
                throw new AggregateException(state.Text, new KeyNotFoundException(state.Text), new FormatException(state.Text));
            case "statement":
                await RunAsync(turn, $"select '{state.Text}'::int", null, cancellationToken);
                break;
            case "parameter":
                await RunAsync(turn, "select @words::text::int", state.Text, cancellationToken);
                break;
            case "hang":
                await new TaskCompletionSource().Task;
                break;
        }

        return Reply.Begin<Blab, BlabDraft>(new BlabDraft { Before = state.Text }).WithToast($"Heard: {state.Text}");
    }

    private static async Task RunAsync(ITurn turn, string sql, string? words, CancellationToken cancellationToken)
    {
        await using var command = (await turn.GetConnectionAsync(cancellationToken)).CreateCommand();
        command.CommandText = sql;
        if (words is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("words", words);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
