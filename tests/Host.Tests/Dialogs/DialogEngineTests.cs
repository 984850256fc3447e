using DrAivBot.Host.Dialogs;
using DrAivBot.Screens;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class DialogEngineTests
{
    private readonly TripDialog _dialog = new();

    [Fact]
    public async Task Questions_are_asked_in_order_and_the_answers_acted_on_when_confirmed()
    {
        using var chat = await Conversation.BeginAsync(_dialog);
        Assert.Equal("<i>Шаг 1 из 3</i>\n\nКак назвать поездку?", chat.Body);
        Assert.Equal(["◀️ Назад", "❌ Отмена"], chat.Labels);

        await chat.TypeAsync("  Урал ");
        Assert.Equal(["🚗 Машина", "🚆 Поезд", "◀️ Назад", "❌ Отмена"], chat.Labels);

        await chat.PressAsync("🚗");
        Assert.Equal("<i>Шаг 3 из 4</i>\n\nНомер машины?", chat.Body);

        await (await chat.TypeAsync("А001АА")).TypeAsync("строка\r\nдругая");
        Assert.Equal("Итог: Урал, car", chat.Body);
        Assert.Equal(["✅ Поехали", "✏️ Ответ", "✏️ Ответ", "✏️ Ответ", "✏️ Ответ", "◀️ Назад", "❌ Отмена"], chat.Labels);
        Assert.Empty(_dialog.Completed);

        await chat.PressAsync("✅");
        var trip = Assert.Single(_dialog.Completed);
        Assert.Equal(("Урал", "car", "А001АА", "строка\nдругая"), (trip.Name, trip.Transport, trip.Plate, trip.Note));
        Assert.Same(Reply.Home, chat.Last.Completed);
        Assert.Null(chat.Last.Dialog);
    }

    [Theory]
    [InlineData("", "Ответ пустой.")]
    [InlineData(" \u200B\u202E\0\u2066 ", "Ответ пустой.")]
    [InlineData("У", "Нужно хотя бы 2 символа.")]
    [InlineData("Очень длинно", "Можно не больше 10 символов, а у вас 12.")]
    [InlineData("два\nряда", "одной строкой")]
    [InlineData("та\tб", "невидимые служебные символы")]
    [InlineData("Нет", "⚠️ Так &lt;не&gt; бывает.")]
    public async Task A_bad_text_is_refused_with_the_reason_and_the_question_comes_again(string text, string reason)
    {
        using var chat = await Conversation.BeginAsync(_dialog);

        await chat.TypeAsync(text);

        Assert.Contains(reason, chat.Body, StringComparison.Ordinal);
        Assert.Contains("Как назвать поездку?\n\n⚠️ ", chat.Body, StringComparison.Ordinal);
        Assert.Equal("name", chat.Stored!.Step);
    }

    [Fact]
    public async Task Length_is_counted_as_a_reader_counts()
    {
        using var chat = await Conversation.BeginAsync(_dialog);

        await chat.TypeAsync(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 10)));

        Assert.Equal("transport", chat.Stored!.Step);
    }

    [Theory]
    [InlineData("🚆 поезд")]
    [InlineData(" ПОЕЗД ")]
    [InlineData("🚆 Поезд")]
    public async Task A_choice_can_be_typed(string label)
    {
        using var chat = await Conversation.BeginAsync(_dialog, new() { Name = "Урал" });

        await (await chat.PressAsync("Оставить")).TypeAsync(label);

        Assert.Equal("seat", chat.Stored!.Step);
    }

    [Fact]
    public async Task What_is_no_choice_is_answered_with_a_hint()
    {
        using var chat = await Conversation.BeginAsync(_dialog);

        await (await chat.TypeAsync("Урал")).TypeAsync("пешком");

        Assert.Contains("⚠️ Такого варианта нет. Выберите ответ кнопкой.", chat.Body, StringComparison.Ordinal);
        Assert.Equal("transport", chat.Stored!.Step);
    }

    [Fact]
    public async Task Back_shows_the_earlier_answer_and_one_tap_keeps_it()
    {
        using var chat = await Conversation.BeginAsync(_dialog);
        await (await chat.TypeAsync("Урал <1>")).PressAsync("🚆");

        await chat.PressAsync("◀️");
        Assert.Equal(["🚗 Машина", "✓ 🚆 Поезд"], chat.Labels.Take(2));

        await chat.PressAsync("◀️");
        Assert.Contains("Сейчас: <b>Урал &lt;1&gt;</b>", chat.Body, StringComparison.Ordinal);
        await chat.PressAsync("Оставить: Урал <1>");

        Assert.Equal("transport", chat.Stored!.Step);
        Assert.Contains("Урал", chat.Stored.State.Replace("\\u0423\\u0440\\u0430\\u043B", "Урал", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_from_the_first_step_leaves_without_a_word()
    {
        using var chat = await Conversation.BeginAsync(_dialog);

        await chat.PressAsync("◀️");

        Assert.True(chat.Last.Left);
        Assert.Null(chat.Last.Dialog);
        Assert.Null(chat.Last.Toast);
    }

    [Fact]
    public async Task Cancel_ends_and_says_that_nothing_was_saved()
    {
        using var chat = await Conversation.BeginAsync(_dialog);

        await (await chat.TypeAsync("Урал")).PressAsync("❌");

        Assert.True(chat.Last.Left);
        Assert.Equal("Отменено. Ничего не сохранено.", chat.Last.Toast);
        Assert.Empty(_dialog.Completed);
    }

    [Fact]
    public async Task Choices_stand_in_columns_eight_rows_a_page()
    {
        using var chat = await AtSeatAsync();

        Assert.Equal(16 + 3 + 2, chat.Labels.Count);
        Assert.Equal(["‹", "1/3", "›"], chat.Labels.Skip(16).Take(3));

        await chat.PressAsync("‹");
        Assert.Equal("Место 33", chat.Labels[0]);
        Assert.Contains("3/3", chat.Labels);

        await chat.PressAsync("Место 40");
        await chat.PressAsync("◀️");
        Assert.Contains("✓ Место 40", chat.Labels);
    }

    [Fact]
    public async Task A_refused_answer_stays_on_the_page()
    {
        using var chat = await AtSeatAsync();

        await (await chat.PressAsync("›")).TypeAsync("у окна");

        Assert.Contains("2/3", chat.Labels);
    }

    [Fact]
    public async Task From_the_review_one_answer_is_changed_and_the_review_comes_back()
    {
        using var chat = await AtReviewAsync();

        await chat.SendAsync(new("*", DialogOp.Edit, "name"));
        Assert.DoesNotContain("Шаг", chat.Body, StringComparison.Ordinal);
        await chat.TypeAsync("Алтай");

        Assert.Equal("Итог: Алтай, car", chat.Body);
    }

    [Fact]
    public async Task Back_from_a_change_returns_to_the_review()
    {
        using var chat = await AtReviewAsync();

        await (await chat.SendAsync(new("*", DialogOp.Edit, "name"))).PressAsync("◀️");

        Assert.Equal("Итог: Урал, car", chat.Body);
    }

    [Fact]
    public async Task A_change_asks_for_what_became_necessary_before_the_review()
    {
        using var chat = await AtReviewAsync();

        await (await chat.SendAsync(new("*", DialogOp.Edit, "transport"))).PressAsync("🚆");
        Assert.Equal("seat", chat.Stored!.Step);

        await chat.PressAsync("Место 5");
        Assert.Equal("Итог: Урал, train", chat.Body);
    }

    [Fact]
    public async Task Leaving_what_became_necessary_unanswered_cannot_be_confirmed()
    {
        using var chat = await AtReviewAsync();
        await (await chat.SendAsync(new("*", DialogOp.Edit, "transport"))).PressAsync("🚆");

        await (await chat.PressAsync("◀️")).PressAsync("✅");

        Assert.Equal("seat", chat.Stored!.Step);
        Assert.Empty(_dialog.Completed);
    }

    [Fact]
    public async Task A_choice_that_is_gone_by_the_time_of_confirming_is_asked_again()
    {
        using var chat = await AtReviewAsync();
        _dialog.Transports.RemoveAt(0);

        await chat.PressAsync("✅");

        Assert.Equal("transport", chat.Stored!.Step);
        Assert.Empty(_dialog.Completed);
    }

    [Fact]
    public async Task Typing_at_the_review_asks_for_a_button()
    {
        using var chat = await AtReviewAsync();

        await chat.TypeAsync("да");

        Assert.Contains("⚠️ Проверьте ответы", chat.Body, StringComparison.Ordinal);
        Assert.Empty(_dialog.Completed);
    }

    [Fact]
    public async Task What_the_dialog_begins_with_is_checked_when_it_is_kept()
    {
        using var chat = await Conversation.BeginAsync(_dialog, new() { Name = "Слишком длинное имя" });

        await chat.PressAsync("Оставить");

        Assert.Equal("name", chat.Stored!.Step);
        Assert.Contains("Слишком длинно", chat.Body, StringComparison.Ordinal);
    }

    private async Task<Conversation> AtSeatAsync()
    {
        var chat = await Conversation.BeginAsync(_dialog);
        await chat.TypeAsync("Урал");
        return await chat.PressAsync("🚆");
    }

    private async Task<Conversation> AtReviewAsync()
    {
        var chat = await Conversation.BeginAsync(_dialog);
        await chat.TypeAsync("Урал");
        await chat.PressAsync("🚗");
        await chat.TypeAsync("А001АА");
        return await chat.TypeAsync("быстро");
    }
}
