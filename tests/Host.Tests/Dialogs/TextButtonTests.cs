using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class TextButtonTests
{
    [Fact]
    public async Task Buttons_of_the_module_stand_below_a_question_that_is_typed_and_carry_its_acts()
    {
        using var chat = await Conversation.BeginAsync(new PlateDialog(), new(), TripJson.Default);
        Assert.Equal(["Без номера", "◀️ Назад", "❌ Отмена"], chat.Labels);
        Assert.Equal(new NoPlate(1), chat.Buttons[0].Press);

        await chat.TypeAsync("Слишком длинный номер");
        Assert.Contains("Можно не больше 10 символов", chat.Body, StringComparison.Ordinal);
        Assert.Equal(["Без номера", "◀️ Назад", "❌ Отмена"], chat.Labels);
    }

    [Fact]
    public async Task They_stand_below_the_answer_that_can_be_kept()
    {
        using var chat = await Conversation.BeginAsync(new PlateDialog(), new() { Plate = "А001АА" }, TripJson.Default);
        Assert.Equal(["Оставить: А001АА", "Без номера", "◀️ Назад", "❌ Отмена"], chat.Labels);
        Assert.Equal(new NoPlate(6), chat.Buttons[1].Press);
    }

    private readonly record struct NoPlate(int Length);

    private sealed class PlateDialog : IDialog<Trip>
    {
        public void Define(IDialogSteps<Trip> steps) => steps.AskText("plate", new()
        {
            QuestionKey = "trip.plate",
            LabelKey = "trip.label",
            MaxLength = 10,
            Save = (trip, plate) => trip.Plate = plate,
            Current = trip => trip.Plate,
            Buttons = (_, trip) => [[Button.To("Без номера", new NoPlate(trip.Plate?.Length ?? 1))]],
        });

        public Task<Reply> CompleteAsync(ITurn turn, Trip state, CancellationToken cancellationToken) => Task.FromResult(Reply.Home);
    }
}
