using DrAivBot.Host.Dialogs;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class OutdatedPressTests
{
    public static TheoryData<string, int, string?> Presses() => new()
    {
        { "name", (int)DialogOp.Keep, null },
        { "note", (int)DialogOp.Back, null },
        { "*", (int)DialogOp.Confirm, null },
        { "transport", (int)DialogOp.Choose, "plane" },
        { "transport", (int)DialogOp.Choose, null },
        { "transport", (int)DialogOp.Keep, null },
        { "transport", (int)DialogOp.Confirm, null },
        { "transport", (int)DialogOp.Edit, "name" },
        { "transport", (int)DialogOp.Page, "-1" },
        { "transport", (int)DialogOp.Page, "99999999999" },
        { "transport", (int)DialogOp.Page, null },
        { "transport", 99, "x" },
    };

    [Theory]
    [MemberData(nameof(Presses))]
    public async Task A_press_that_does_not_belong_to_the_screen_changes_nothing_and_redraws(string step, int op, string? value)
    {
        using var chat = await Conversation.BeginAsync(new TripDialog());
        await chat.TypeAsync("Урал");
        var before = chat.Stored;

        await chat.SendAsync(new(step, (DialogOp)op, value));

        Assert.True(chat.Last.Outdated);
        Assert.Equal("Экран устарел. Вот свежий.", chat.Last.Toast);
        Assert.Equivalent(before, chat.Stored);
        Assert.Contains("На чём едем?", chat.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_tap_answers_one_question_only()
    {
        using var chat = await Conversation.BeginAsync(new TripDialog());
        await chat.TypeAsync("Урал");
        var tap = new DialogPress("transport", DialogOp.Choose, "car");

        await chat.SendAsync(tap);
        await chat.SendAsync(tap);

        Assert.True(chat.Last.Outdated);
        Assert.Equal("plate", chat.Stored!.Step);
    }

    [Fact]
    public async Task A_double_tap_on_keep_does_not_keep_the_next_answer_unseen()
    {
        using var chat = await Conversation.BeginAsync(new TripDialog(), new() { Plate = "А001АА", Note = "прежняя" });
        await (await chat.TypeAsync("Урал")).PressAsync("🚗");
        var tap = new DialogPress("plate", DialogOp.Keep, null);

        await chat.SendAsync(tap);
        await chat.SendAsync(tap);

        Assert.True(chat.Last.Outdated);
        Assert.Equal("note", chat.Stored!.Step);
    }

    [Fact]
    public async Task Only_steps_that_are_needed_can_be_changed_from_the_review()
    {
        using var chat = await Conversation.BeginAsync(new TripDialog());
        await chat.TypeAsync("Урал");
        await chat.PressAsync("🚗");
        await (await chat.TypeAsync("А001АА")).TypeAsync("быстро");

        await chat.SendAsync(new("*", DialogOp.Edit, "seat"));

        Assert.True(chat.Last.Outdated);
        Assert.Equal("*", chat.Stored!.Step);
    }
}
