namespace DrAivBot.Host.Tests.Dialogs;

public sealed class ResumedDialogTests
{
    [Fact]
    public async Task A_dialog_goes_on_from_what_was_stored()
    {
        using var before = await Conversation.BeginAsync(new TripDialog());
        await before.TypeAsync("Урал");

        using var after = await Conversation.BeginAsync(new TripDialog());
        after.Stored = before.Stored;
        await after.RedrawAsync();

        Assert.Equal(before.Body, after.Body);
        Assert.Equivalent(before.Stored, after.Stored);
    }

    [Theory]
    [InlineData("gone", "{}")]
    [InlineData("name", "no json")]
    [InlineData("name", "null")]
    [InlineData("name", """{ "Name": 5 }""")]
    [InlineData("name", "")]
    public async Task A_dialog_that_no_longer_fits_ends_politely(string step, string state)
    {
        var dialog = new TripDialog();
        using var chat = await Conversation.BeginAsync(dialog);
        var stored = chat.Stored! with { Step = step, State = state };

        foreach (var act in new[] { () => chat.RedrawAsync(), () => chat.TypeAsync("Урал"), () => chat.SendAsync(new("name", default, null)) })
        {
            chat.Stored = stored;
            await act();

            Assert.True(chat.Last.Left);
            Assert.Null(chat.Last.Dialog);
            Assert.Equal("Эти вопросы обновились, пока вы отвечали. Начните, пожалуйста, ещё раз.", chat.Last.Toast);
        }
    }

    [Fact]
    public async Task A_step_that_is_no_longer_needed_gives_way_to_the_next()
    {
        using var chat = await Conversation.BeginAsync(new TripDialog());
        chat.Stored = chat.Stored! with { Step = "seat", State = """{ "Name": "Урал", "Transport": "car" }""" };

        await chat.TypeAsync("место 5");

        Assert.Equal("note", chat.Stored!.Step);
        Assert.DoesNotContain("⚠️", chat.Body, StringComparison.Ordinal);
    }
}
