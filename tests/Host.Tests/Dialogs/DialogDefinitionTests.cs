using DrAivBot.Dialogs;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Tests.Texts;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class DialogDefinitionTests
{
    [Theory]
    [InlineData(typeof(NoSteps), "The dialog 'trip.new' has no steps")]
    [InlineData(typeof(TwoReviews), "has two reviews")]
    [InlineData(typeof(SameIds), "names two steps 'a'")]
    [InlineData(typeof(ReviewFirst), "asks 'b' after its review")]
    [InlineData(typeof(BadId), "names a step 'Имя'")]
    [InlineData(typeof(BadLength), "accepts 0 to 200 characters in step 'a'")]
    [InlineData(typeof(BadColumns), "has 5 columns in step 'a'")]
    public void A_dialog_that_cannot_work_is_refused_with_a_sentence(Type dialog, string reason)
    {
        var registration = Conversation.Register(dialog, typeof(Trip), TripJson.Default.Trip);

        var exception = Assert.Throws<DialogDefinitionException>(() => DialogEngine.Verify(registration));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sentence_comes_at_the_first_use() =>
        await Assert.ThrowsAsync<DialogDefinitionException>(() => Conversation.BeginAsync(new TwoReviews(), new Trip(), TripJson.Default));

    [Fact]
    public void A_dialog_with_services_is_checked_without_them() =>
        Assert.Throws<DialogDefinitionException>(() =>
            DialogEngine.Verify(Conversation.Register(typeof(SameIds), typeof(Trip), TripJson.Default.Trip)));

    [Fact]
    public void A_text_that_does_not_exist_is_found_with_the_nearest_one()
    {
        var texts = TextFiles.Load("""{ "trip.name2": "x" }""", """{ "trip.name2": "x" }""", "trip");

        var exception = Assert.Throws<DialogDefinitionException>(() =>
            DialogEngine.Verify(Conversation.Register(typeof(TripDialog), typeof(Trip), TripJson.Default.Trip), texts));

        Assert.Equal("The dialog 'new' of module 'trip' uses the text 'trip.name', which does not exist. Did you mean \"trip.name2\"?", exception.Message);
    }

    [Fact]
    public async Task A_choice_that_reads_back_as_something_else_is_an_error_and_no_endless_question()
    {
        using var chat = await Conversation.BeginAsync(new Disagreeing(), new Trip(), TripJson.Default);

        var exception = await Assert.ThrowsAsync<DialogDefinitionException>(() => chat.PressAsync("Рубль"));

        Assert.Contains("saved the choice 'rub', but its Current gives 'RUB'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_review_the_last_answer_completes()
    {
        using var chat = await Conversation.BeginAsync(new OneQuestion(), new Trip(), TripJson.Default);
        Assert.Equal("Как назвать поездку?", chat.Body);

        await chat.TypeAsync("Урал");

        Assert.Same(Reply.Home, chat.Last.Completed);
    }

    private static TextStep<Trip> Text => new() { QuestionKey = "trip.name", LabelKey = "trip.label", Save = (trip, name) => trip.Name = name };

    private static ReviewStep<Trip> Review => new() { ConfirmKey = "trip.confirm", Summary = (_, _) => Markup.Plain("x") };

    private abstract class Dialog : IDialog<Trip>
    {
        public abstract void Define(IDialogSteps<Trip> steps);

        public Task<Reply> CompleteAsync(ITurn turn, Trip state, CancellationToken cancellationToken) => Task.FromResult(Reply.Home);
    }

    private sealed class NoSteps : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) => steps.Review(Review);
    }

    private sealed class TwoReviews : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) => steps.AskText("a", Text).Review(Review).Review(Review);
    }

    private sealed class SameIds(TimeProvider time) : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) =>
            steps.AskText("a", Text with { Validate = (_, _, _) => ValueTask.FromResult<string?>($"{time.GetUtcNow()}") }).AskText("a", Text);
    }

    private sealed class ReviewFirst : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) => steps.AskText("a", Text).Review(Review).AskText("b", Text);
    }

    private sealed class BadId : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) => steps.AskText("Имя", Text);
    }

    private sealed class BadLength : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) => steps.AskText("a", Text with { MinLength = 0 });
    }

    private sealed class BadColumns : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) => steps.AskChoice("a", Currency with { Columns = 5 });
    }

    private sealed class OneQuestion : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) => steps.AskText("a", Text);
    }

    private sealed class Disagreeing : Dialog
    {
        public override void Define(IDialogSteps<Trip> steps) => steps.AskChoice("a", Currency);
    }

    private static ChoiceStep<Trip> Currency => new()
    {
        QuestionKey = "trip.name",
        LabelKey = "trip.label",
        Choices = (_, _, _) => ValueTask.FromResult<IReadOnlyList<Choice>>([new() { Id = "rub", Label = "Рубль" }]),
        Save = (trip, id) => trip.Seat = id.ToUpperInvariant(),
        Current = trip => trip.Seat,
    };
}
