using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class SkippedTextTests
{
    [Fact]
    public async Task A_question_that_may_be_left_out_has_a_button_for_it_which_saves_nothing_and_goes_on()
    {
        var dialog = new NoteDialog();
        using var chat = await Conversation.BeginAsync(dialog, new(), TripJson.Default);
        Assert.Equal(["Ответ", "◀️ Назад", "❌ Отмена"], chat.Labels);

        await chat.TypeAsync("abc");
        Assert.Contains("Нужны цифры", chat.Body, StringComparison.Ordinal);
        await chat.PressAsync("Ответ");
        Assert.Equal("", Assert.Single(dialog.Completed).Note);
    }

    [Fact]
    public async Task What_was_answered_before_can_be_kept_or_taken_back()
    {
        var dialog = new NoteDialog();
        using var chat = await Conversation.BeginAsync(dialog, new() { Note = "12" }, TripJson.Default);
        Assert.Equal(["Оставить: 12", "Ответ", "◀️ Назад", "❌ Отмена"], chat.Labels);
        await chat.PressAsync("Ответ");
        Assert.Equal("", Assert.Single(dialog.Completed).Note);
    }

    [Fact]
    public async Task A_question_that_must_be_answered_takes_no_press_that_leaves_it_out()
    {
        var optional = new NoteDialog();
        using var chat = await Conversation.BeginAsync(optional, new(), TripJson.Default);
        optional.IsOptional = false;
        await chat.PressAsync("Ответ");
        Assert.True(chat.Last.Outdated);
        Assert.Empty(optional.Completed);
    }

    private sealed class NoteDialog : IDialog<Trip>
    {
        public List<Trip> Completed { get; } = [];

        public bool IsOptional { get; set; } = true;

        public void Define(IDialogSteps<Trip> steps) => steps.AskText("note", new()
        {
            QuestionKey = "trip.note",
            LabelKey = "trip.label",
            SkipKey = IsOptional ? "trip.label" : null,
            Save = (trip, note) => trip.Note = note,
            Current = trip => trip.Note,
            Validate = (_, typed, _) => ValueTask.FromResult(typed.All(char.IsAsciiDigit) ? null : "Нужны цифры"),
        });

        public Task<Reply> CompleteAsync(ITurn turn, Trip state, CancellationToken cancellationToken)
        {
            Completed.Add(state);
            return Task.FromResult(Reply.Home);
        }
    }
}
