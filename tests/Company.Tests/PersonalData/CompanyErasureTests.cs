using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.PersonalData;

public sealed class CompanyErasureTests(DiaryHost diary) : IClassFixture<DiaryHost>
{
    private const string Rows = """
        select string_agg(r, '|' order by r) from (
            select m::text from core.members m where company_id = $1 union all select h::text from core.holdings h where company_id = $1
            union all select p::text from core.positions p where company_id = $1 union all select d::text from diary.pages d where company_id = $1) as all_rows (r)
        """;

    private TestHost Host => diary.Host;

    [Theory]
    [InlineData("ru", "Ромашкаград", "Удалить компанию", "Да, удалить компанию", "Номер акта", "Владелец решил удалить компанию")]
    [InlineData("en", "Daisyville", "Erase the company", "Yes, erase the company", "Number of the act", "The owner has decided to erase the company")]
    public async Task Nothing_of_the_company_is_left_in_any_table_and_other_companies_stay_as_they_are(
        string language, string name, string erase, string yes, string number, string news)
    {
        var other = await TestCompany.FoundAsync(Host, "Соседи " + language, language);
        var founded = await TestCompany.FoundAsync(Host, name, language);
        var boris = await founded.HireAsync("Boris", position: 6, language);
        await DiaryModule.WriteAsync(Host, founded.Id, boris);
        await DiaryModule.WriteAsync(Host, other.Id, other.Owner);
        var before = await Host.QueryAsync<string>(Rows, other.Id);
        var folder = Directory.CreateDirectory(Path.Combine(Host.DataDirectory, "reports", founded.Id.ToString()));
        object[] words = [founded.Id, name];
        Assert.NotEmpty(await Residue.FindAsync(Host, words));

        await AskAsync(founded.Owner, erase, name);
        await founded.Owner.PressAsync(yes);
        await Host.AdvanceAsync(TimeSpan.FromDays(1));
        await diary.SettleAsync(boris);
        Assert.Contains(boris.Messages, message => message.Text.Contains(news, StringComparison.Ordinal));

        await Host.AdvanceAsync(TimeSpan.FromDays(6.1));
        await diary.SettleAsync(founded.Owner);
        Assert.Contains(founded.Owner.Messages, message => message.FromBot && message.Text.Contains(number, StringComparison.Ordinal));
        Assert.Empty(await Residue.FindAsync(Host, words));
        Assert.False(Directory.Exists(folder.FullName));
        Assert.Equal(before, await Host.QueryAsync<string>(Rows, other.Id));

        await boris.SayAsync("/menu");
        Assert.True(boris.Screen.HasButton("🚀"));
    }

    [Fact]
    public async Task An_owner_who_changes_their_mind_keeps_the_company_and_everybody_is_told()
    {
        var founded = await TestCompany.FoundAsync(Host, "Остаёмся", "ru");
        var boris = await founded.HireAsync("Борис", "ru");
        await AskAsync(founded.Owner, "Удалить компанию", "Остаёмся");
        await founded.Owner.PressAsync("Да, удалить компанию");
        await founded.Owner.SayAsync("/mydata");
        await founded.Owner.PressAsync("Не удалять компанию");
        await Host.AdvanceAsync(TimeSpan.FromDays(8));
        await diary.SettleAsync(boris);

        Assert.Equal("Остаёмся", await Host.QueryAsync<string>("select name from core.companies where company_id = $1", founded.Id));
        Assert.Contains(boris.Messages, message => message.Text.Contains("Компания не будет удалена", StringComparison.Ordinal));
        Assert.Equal(
            ["erasure.requested", "erasure.cancelled"],
            await Host.ListAsync<string>("select act from core.audit where company_id = $1 and act like 'erasure.%' order by at", founded.Id));
    }

    [Fact]
    public async Task Who_owns_the_company_no_more_cannot_erase_it_with_an_old_button()
    {
        var founded = await TestCompany.FoundAsync(Host, "Бывший", "ru");
        var boris = await founded.HireAsync("Борис", "ru");
        await AskAsync(founded.Owner, "Удалить компанию", "Бывший");
        await Host.ExecuteAsync(
            "update core.holdings set user_id = $2 where company_id = $1 and until is null and position_id = (select id from core.positions where company_id = $1 and number = 21)",
            founded.Id, await diary.UserIdAsync(boris));
        await founded.Owner.PressAsync("Да, удалить компанию");

        Assert.Equal(0, await Host.QueryAsync<long>("select count(*) from core.erasures where company_id = $1", founded.Id));
        Assert.Equal(1, await Host.QueryAsync<long>("select count(*) from core.audit where company_id = $1 and act = 'denied:erasure.requested'", founded.Id));
    }

    [Fact]
    public async Task An_erasure_that_is_cut_off_between_its_steps_goes_on_where_it_was_and_counts_nothing_twice()
    {
        var founded = await TestCompany.FoundAsync(Host, "Обрыв", "ru");
        await DiaryModule.WriteAsync(Host, founded.Id, founded.Owner);
        await Host.ExecuteAsync("create function public.stop() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$");
        await Host.ExecuteAsync("create trigger stop before delete on core.divisions for each row execute function public.stop()");
        await AskAsync(founded.Owner, "Удалить компанию", "Обрыв");
        await founded.Owner.PressAsync("Да, удалить компанию");
        var company = await Host.QueryAsync<long>("select count(*) from core.positions where company_id = $1", founded.Id);
        await Host.AdvanceAsync(TimeSpan.FromDays(7.1));

        var half = await Host.QueryAsync<long>("select removed from core.erasures where company_id = $1 and state = 'running'", founded.Id);
        Assert.True(half > company, $"Only {half} rows were removed before it was cut off.");
        Assert.Equal(7, await Host.QueryAsync<long>("select count(*) from core.divisions where company_id = $1", founded.Id));
        await Host.ExecuteAsync("drop trigger stop on core.divisions");
        await Host.RestartAsync();
        await Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Empty(await Residue.FindAsync(Host, founded.Id, "Обрыв"));
        var removed = await Host.QueryAsync<long>("select removed from core.erasures where state = 'done' and kind = 'company' order by done_at desc limit 1");
        Assert.InRange(removed, half + 8, half + 40);
    }

    private static async Task AskAsync(ChatUser owner, string erase, string name)
    {
        await owner.SayAsync("/mydata");
        await owner.PressAsync(erase);
        Assert.Contains(name, owner.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(": 21", owner.Screen.Text, StringComparison.Ordinal);
    }
}
