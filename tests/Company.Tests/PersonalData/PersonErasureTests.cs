using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.PersonalData;

public sealed class PersonErasureTests(DiaryHost diary) : IClassFixture<DiaryHost>
{
    private TestHost Host => diary.Host;

    [Theory]
    [InlineData("ru", "Заметный", "Удалить мои данные", "Да, удалить", "Номер акта", "Сотрудник удалён", "без вашего имени")]
    [InlineData("en", "Noticeable", "Erase my data", "Yes, erase", "Number of the act", "Removed employee", "without your name")]
    public async Task Nothing_of_the_person_is_left_in_any_table_and_the_history_of_others_stays_without_the_name(
        string language, string name, string erase, string yes, string number, string nobody, string without)
    {
        var founded = await TestCompany.FoundAsync(Host, "Журнал " + language, language);
        var boris = await founded.HireAsync(name, position: 6, language);
        await DiaryModule.WriteAsync(Host, founded.Id, boris);
        await DiaryModule.WriteAsync(Host, founded.Id, founded.Owner);
        await Host.ExecuteAsync(
            "insert into core.audit (company_id, id, at, user_id, act, before) select $1, gen_random_uuid(), now(), $2, 'post.renamed', jsonb_build_object('member', $2::uuid)",
            founded.Id, await diary.UserIdAsync(boris));
        object[] words = [await diary.UserIdAsync(boris), boris.Id, name];
        Assert.NotEmpty(await Residue.FindAsync(Host, words));

        await boris.SayAsync("/mydata");
        await boris.PressAsync(erase);
        Assert.Contains("Журнал " + language, boris.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(without, boris.Screen.Text, StringComparison.Ordinal);
        await boris.PressAsync(yes);
        Assert.NotNull(boris.Toast);
        await Host.AdvanceAsync(TimeSpan.FromDays(6.9));
        Assert.Equal(words[0], await diary.UserIdAsync(boris));

        await Host.AdvanceAsync(TimeSpan.FromDays(0.2));
        await diary.SettleAsync(boris);
        Assert.Contains(boris.Messages, message => message.FromBot && message.Text.Contains(number, StringComparison.Ordinal));
        Assert.Empty(await Residue.FindAsync(Host, words));

        var who = await Host.QueryAsync<Guid>("select user_id from core.members where company_id = $1 and name = $2 and left_at is not null", founded.Id, nobody);
        Assert.Equal(1, await Host.QueryAsync<long>("select count(*) from core.holdings where company_id = $1 and user_id = $2 and until is not null", founded.Id, who));
        Assert.Equal(1, await Host.QueryAsync<long>("select count(*) from core.audit where user_id = $1 and before ->> 'member' = $1::text", who));
        Assert.Equal(1, await Host.QueryAsync<long>(
            "select count(*) from diary.pages where author_id = $1 and author_name = $2 and readers = array[$1] and facts ->> 'name' = $2 and facts ->> 'by' = $1::text", who, nobody));
        Assert.Equal(1, await Host.QueryAsync<long>("select count(*) from diary.pages where company_id = $1 and author_name = 'Anna'", founded.Id));
        Assert.Equal(1, await Host.QueryAsync<long>("select count(*) from core.erasures where state = 'done' and removed > 0 and kept >= 5 and proof is not null and kind = 'person' and language = $1", language));

        await boris.SayAsync("/start");
        Assert.NotEqual(words[0], await diary.UserIdAsync(boris));
    }

    [Theory]
    [InlineData("ru", "en", "Erase my data", "Yes, erase", "Сотрудник удалён")]
    [InlineData("en", "ru", "Удалить мои данные", "Да, удалить", "Removed employee")]
    public async Task What_stays_of_the_erased_is_named_in_the_language_of_those_who_read_it(string owners, string own, string erase, string yes, string nobody)
    {
        var founded = await TestCompany.FoundAsync(Host, "Языки " + owners, owners);
        var vera = await founded.HireAsync("Заметная", own);
        await vera.SayAsync("/mydata");
        await vera.PressAsync(erase);
        await vera.PressAsync(yes);
        await Host.AdvanceAsync(TimeSpan.FromDays(7.1));
        await diary.SettleAsync(vera);

        Assert.Equal(nobody, await Host.QueryAsync<string>("select name from core.members where company_id = $1 and left_at is not null", founded.Id));
    }

    [Theory]
    [InlineData("ru", "Удалить мои данные", "Да, удалить", "Не удалять мои данные")]
    [InlineData("en", "Erase my data", "Yes, erase", "Keep my data")]
    public async Task Who_changes_their_mind_within_the_grace_keeps_everything(string language, string erase, string yes, string keep)
    {
        var founded = await TestCompany.FoundAsync(Host, "Передумали " + language, language);
        var vera = await founded.HireAsync("Vera", language);
        var id = await diary.UserIdAsync(vera);
        await vera.SayAsync("/mydata");
        await vera.PressAsync(erase);
        await vera.TapTwiceAsync(yes);
        Assert.Equal(1, await Host.QueryAsync<long>("select count(*) from core.erasures where user_id = $1", id));

        await vera.SayAsync("/mydata");
        await vera.PressAsync(keep);
        Assert.NotNull(vera.Toast);
        Assert.True(vera.Screen.HasButton(erase));
        await Host.AdvanceAsync(TimeSpan.FromDays(8));

        Assert.Equal(id, await diary.UserIdAsync(vera));
        Assert.True(await Host.QueryAsync<bool>("select left_at is null from core.members where company_id = $1 and user_id = $2", founded.Id, id));
        Assert.Equal(0, await Host.QueryAsync<long>("select count(*) from core.erasures where user_id = $1", id));
    }

    [Theory]
    [InlineData("ru", "Удалить мои данные", "Вы единственный владелец: Без хозяина")]
    [InlineData("en", "Erase my data", "You are the only owner of: Без хозяина")]
    public async Task The_last_owner_is_told_why_they_cannot_be_erased(string language, string erase, string why)
    {
        var founded = await TestCompany.FoundAsync(Host, "Без хозяина", language);
        await founded.Owner.SayAsync("/mydata");
        await founded.Owner.PressAsync(erase);

        Assert.Contains(why, founded.Owner.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Host.QueryAsync<long>("select count(*) from core.erasures where user_id = $1", await diary.UserIdAsync(founded.Owner)));
    }

    [Fact]
    public async Task Who_becomes_an_owner_meanwhile_is_not_erased_and_told_why()
    {
        var founded = await TestCompany.FoundAsync(Host, "Новый владелец", "ru");
        var vera = await founded.HireAsync("Вера", "ru");
        await vera.SayAsync("/mydata");
        await vera.PressAsync("Удалить мои данные");
        await vera.PressAsync("Да, удалить");
        var id = await diary.UserIdAsync(vera);
        await Host.ExecuteAsync(
            "update core.holdings set user_id = $2 where company_id = $1 and until is null and position_id = (select id from core.positions where company_id = $1 and number = 21)",
            founded.Id, id);
        await Host.AdvanceAsync(TimeSpan.FromDays(8));
        await diary.SettleAsync(vera);

        Assert.Equal(id, await diary.UserIdAsync(vera));
        Assert.Contains(vera.Messages, message => message.Text.Contains("вы стали владельцем: Новый владелец", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guest_is_erased_as_well()
    {
        var guest = await Host.Chat.NewUserAsync("Мимоходом", "ru");
        await guest.StartAsync();
        object[] words = [await diary.UserIdAsync(guest), guest.Id, "Мимоходом"];
        await guest.SayAsync("/mydata");
        await guest.PressAsync("Удалить мои данные");
        await guest.PressAsync("Да, удалить");
        await Host.AdvanceAsync(TimeSpan.FromDays(8));
        await diary.SettleAsync(guest);

        Assert.Empty(await Residue.FindAsync(Host, words));
    }
}
