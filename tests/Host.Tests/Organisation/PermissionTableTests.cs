using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

/// <summary>The table of rights, act by act: who is refused is told so and written down, and nothing changes.</summary>
public sealed class PermissionTableTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Actors: owner 21, executive 19, head of division 2 (post 22), head of department 6, head of department 1, head of 20, employee.
    [Theory]
    [InlineData("fill 6", "owner executive division personnel")]
    [InlineData("fill 19", "owner executive")]
    [InlineData("fill 20", "owner executive")]
    [InlineData("fill 7", "owner executive personnel")]
    [InlineData("fill 22", "owner executive personnel")]
    [InlineData("fill 23", "owner executive division sales personnel")]
    [InlineData("add 6", "owner executive division sales")]
    [InlineData("add 4", "owner executive division")]
    [InlineData("add 7", "owner executive")]
    [InlineData("head 3", "owner executive")]
    [InlineData("move 23 to 5", "owner executive division")]
    [InlineData("move 23 to 7", "owner executive")]
    [InlineData("archive 23", "owner executive division sales")]
    [InlineData("rename 23", "owner executive division sales")]
    [InlineData("rename 6", "owner executive")]
    [InlineData("rename 21", "owner")]
    [InlineData("rename division 2", "owner executive")]
    [InlineData("rename department 6", "owner executive")]
    [InlineData("settings", "owner executive")]
    [InlineData("limits", "owner")]
    [InlineData("dismiss employee", "owner executive")]
    [InlineData("offer", "owner")]
    [InlineData("absence of sales", "owner executive division sales")]
    [InlineData("absence of owner", "owner")]
    public async Task Every_act_is_done_by_those_whom_the_table_names_and_refused_to_the_others(string act, string allowed)
    {
        foreach (var name in new[] { "owner", "executive", "division", "sales", "personnel", "legal", "employee" })
        {
            var (stage, company, people) = await BuildAsync();
            var before = await CountAsync(stage, company, "denied:%");

            var isAllowed = await stage.InAsync(people[name], company, work => TryAsync(stage, work, company, people, act));

            Assert.True(allowed.Split(' ').Contains(name) == isAllowed, $"{name}: {act}");
            Assert.Equal(isAllowed ? 0 : 1, await CountAsync(stage, company, "denied:%") - before);
        }
    }

    [Fact]
    public async Task Nobody_acts_in_a_job()
    {
        var (stage, company, people) = await BuildAsync();

        Assert.False(await stage.InAsync(people["owner"], company, work => TryAsync(stage, work with { Acting = work.Acting with { User = null } }, company, people, "fill 6")));
    }

    private static async Task<bool> TryAsync(OrganisationStage stage, OrganisationWork work, CompanyId company, Dictionary<string, Person> people, string act)
    {
        var words = act.Split(' ');
        var (posts, subject) = (new TurnPosts(work, new(work.Database, () => [])), people["subject"]);
        async Task<PositionId> Post() => await stage.PostAsync(company, int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture));
        return words switch
        {
            ["fill", _] => await FillAsync(posts, await Post(), subject),
            ["add", var unit] => Is(await posts.AddAsync(new() { Kind = PositionKind.Specialist, UnitNumber = Number(unit), Name = "Продавец" }, Cancellation)),
            ["head", var unit] => Is(await posts.AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = Number(unit) }, Cancellation)),
            ["move", _, _, var unit] => Is(await posts.MoveAsync(await Post(), Number(unit), Cancellation)),
            ["archive", _] => Is(await posts.ArchiveAsync(await Post(), handOver: false, Cancellation)),
            ["rename", "division", var unit] => Is(await posts.RenameDivisionAsync(Number(unit), "Другое имя", Cancellation)),
            ["rename", "department", var unit] => Is(await posts.RenameDepartmentAsync(Number(unit), "Другое имя", Cancellation)),
            ["rename", _] => Is(await posts.RenameAsync(await Post(), "Другое имя", Cancellation)),
            ["settings"] => await new TurnSettings(work).ChangeAsync(new() { Currency = "EUR" }, Cancellation) == SettingsOutcome.Done,
            ["limits"] => await new TurnSettings(work).ChangeAsync(new() { Limits = new() { Executive = 5 } }, Cancellation) == SettingsOutcome.Done,
            ["dismiss", _] => (await new TurnPeople(work).DismissAsync(subject.Id, Cancellation)).IsDone,
            ["offer"] => (await new TurnOwnership(work).OfferAsync(subject.Id, Cancellation)).IsDone,
            ["absence", "of", var whom] => (await new TurnAbsences(work).NoteAsync(
                new() { Person = people[whom].Id, StartsOn = new(2026, 4, 1), EndsOn = new(2026, 4, 2) }, Cancellation)).IsDone,
            _ => throw new ArgumentException(act, nameof(act)),
        };
    }

    /// <summary>Appoints where the position is vacant and frees where it is not: one right for both.</summary>
    private static async Task<bool> FillAsync(TurnPosts posts, PositionId post, Person subject)
    {
        var result = await posts.AppointAsync(post, subject.Id, Cancellation);
        var done = result.Outcome == PostOutcome.Occupied ? await posts.FreeAsync(post, result.Holder!.UserId, Cancellation) : result;
        return Is(done);
    }

    private static bool Is(PostResult result)
    {
        Assert.Contains(result.Outcome, new[] { PostOutcome.Done, PostOutcome.Forbidden });
        return result.IsDone;
    }

    private static int Number(string word) => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<long> CountAsync(OrganisationStage stage, CompanyId company, string act) =>
        stage.PeekAsync<long>("select count(*) from core.audit where company_id = $1 and act like $2", company.Value, act);

    private async Task<(OrganisationStage Stage, CompanyId Company, Dictionary<string, Person> People)> BuildAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        var company = await stage.RegisterAsync(anna);
        await stage.InAsync(anna, company, async work =>
        {
            var posts = new TurnPosts(work, new(work.Database, () => []));
            await posts.AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = 2 }, Cancellation);
            return await posts.AddAsync(new() { Kind = PositionKind.Specialist, UnitNumber = 6, Name = "Старший продавец" }, Cancellation);
        });
        return (stage, company, new(StringComparer.Ordinal)
        {
            ["owner"] = anna,
            ["executive"] = await stage.HireAsync(company, "Борис", 19),
            ["division"] = await stage.HireAsync(company, "Вера", 22),
            ["sales"] = await stage.HireAsync(company, "Глеб", 6),
            ["personnel"] = await stage.HireAsync(company, "Дина", 1),
            ["legal"] = await stage.HireAsync(company, "Егор", 20),
            ["employee"] = await stage.HireAsync(company, "Жанна"),
            ["subject"] = await stage.HireAsync(company, "Зоя"),
        });
    }
}
