using DrAivBot.Host.Dialogs;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class PeopleStepTests
{
    private readonly PaperRecipients _company = new();

    [Fact]
    public async Task People_are_marked_on_several_pages_and_taken_together()
    {
        var (dialog, chat) = await AskAsync();
        using (chat)
        {
            Assert.Equal(["💼 Посты", "🏢 Отделы", "🏛 Отделения"], chat.Labels.Take(3));
            Assert.DoesNotContain(chat.Labels, label => label.StartsWith("✅ Готово", StringComparison.Ordinal));
            await chat.PressAsync("Человек 02");
            Assert.Contains("✓ Человек 02", chat.Labels);
            await chat.PressAsync("›");
            Assert.Contains("2/3", chat.Labels);
            await chat.PressAsync("Человек 10");
            Assert.Contains("2/3", chat.Labels);
            Assert.Contains("Отмечено: Человек 02, Человек 10", chat.Body, StringComparison.Ordinal);
            await chat.PressAsync("✅ Готово (2)");
            Assert.Contains("Человек 02, Человек 10", chat.Body, StringComparison.Ordinal);
            await chat.PressAsync("✅");
            Assert.Equal(["Человек 02", "Человек 10"], Assert.Single(dialog.Completed).People.Select(one => one.Name));
        }
    }

    [Fact]
    public async Task Typing_searches_in_every_tab_and_an_empty_answer_offers_to_show_all()
    {
        var (_, chat) = await AskAsync();
        using (chat)
        {
            await chat.TypeAsync("  прода ");
            Assert.Contains("Ничего не нашлось", chat.Body, StringComparison.Ordinal);
            await chat.PressAsync("💼 Посты");
            await chat.PressAsync("14 · Продавец");
            await chat.PressAsync("🏢 Отделы");
            await chat.PressAsync("6 · Отдел продаж");
            await chat.PressAsync("🏛 Отделения");
            await chat.PressAsync("2 · Продажи");
            Assert.Contains("Отмечено: 14 · Продавец, 6 · Отдел продаж, 2 · Продажи", chat.Body, StringComparison.Ordinal);
            await chat.PressAsync("👤 Люди");
            await chat.PressAsync("✖️ Показать всё");
            Assert.Contains("Человек 01", chat.Labels);
        }
    }

    [Fact]
    public async Task A_name_can_hold_anything()
    {
        var (_, chat) = await AskAsync();
        using (chat)
        {
            await chat.TypeAsync("иван <");
            Assert.Contains("Поиск: <b>иван &lt;</b>", chat.Body, StringComparison.Ordinal);
            await chat.PressAsync("Иван <Петров>");
            Assert.Contains("Отмечено: Иван &lt;Петров&gt;", chat.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_double_tap_marks_once_and_another_tap_unmarks()
    {
        var (_, chat) = await AskAsync();
        using (chat)
        {
            var tap = Press(chat, "Человек 02");
            await chat.SendAsync(tap);
            await chat.SendAsync(tap);
            Assert.Contains("✓ Человек 02", chat.Labels);
            await chat.PressAsync("✓ Человек 02");
            Assert.DoesNotContain("Отмечено", chat.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_of_another_company_can_be_marked()
    {
        var (_, chat) = await AskAsync();
        using (chat)
        {
            var foreign = new PaperRecipients().All[1];
            var tap = Press(chat, foreign.Name);
            _company.All.RemoveAll(one => one.Recipient == foreign.Recipient);
            await chat.SendAsync(tap);
            Assert.True(chat.Last.Outdated);
            Assert.DoesNotContain("Отмечено", chat.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_left_meanwhile_goes_from_the_list_before_it_is_acted_on()
    {
        var (dialog, chat) = await AskAsync();
        using (chat)
        {
            await (await chat.PressAsync("Человек 02")).PressAsync("Человек 03");
            await chat.PressAsync("✅ Готово (2)");
            _company.All.RemoveAll(one => one.Name == "Человек 03");
            await chat.PressAsync("✅");
            Assert.Equal("people", chat.Stored!.Step);
            await chat.PressAsync("✅ Готово");
            Assert.Contains("✅ Готово (1)", chat.Labels);
            await (await chat.PressAsync("✅ Готово (1)")).PressAsync("✅");
            Assert.Equal(["Человек 02"], Assert.Single(dialog.Completed).People.Select(one => one.Name));
        }
    }

    [Fact]
    public async Task No_more_can_be_marked_than_the_step_takes()
    {
        var (_, chat) = await AskAsync();
        using (chat)
        {
            foreach (var name in new[] { "Человек 01", "Человек 02", "Человек 03", "Человек 04" })
            {
                await chat.PressAsync(name);
            }

            Assert.Contains("⚠️ Можно отметить не больше 3.", chat.Body, StringComparison.Ordinal);
            Assert.Contains("Человек 04", chat.Labels);
        }
    }

    [Fact]
    public async Task Every_press_fits_into_a_button()
    {
        var (_, chat) = await AskAsync();
        using (chat)
        {
            Assert.All(chat.Buttons.Select(button => (DialogPress)button.Press!), press => Assert.InRange((press.Value ?? "").Length, 0, 24));
        }
    }

    [Theory]
    [InlineData("+uAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("+u!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("+department:99")]
    [InlineData("+company")]
    [InlineData("#9")]
    [InlineData("#")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_press_that_stands_for_nobody_is_outdated(string? value)
    {
        var (_, chat) = await AskAsync();
        using (chat)
        {
            await chat.SendAsync(new("people", DialogOp.Choose, value));
            Assert.True(chat.Last.Outdated);
        }
    }

    private async Task<(VisitDialog Dialog, Conversation Chat)> AskAsync()
    {
        var dialog = new VisitDialog("people");
        return (dialog, await Conversation.BeginAsync(dialog, new Visit(), VisitJson.Default, recipients: _company));
    }

    private static DialogPress Press(Conversation chat, string label) => (DialogPress)chat.Buttons.Single(button => button.Label == label).Press!;
}
