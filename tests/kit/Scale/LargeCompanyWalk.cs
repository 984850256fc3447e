using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Organisation;
using DrAivBot.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Testing.Scale;

/// <summary>Every screen of the module company, and every search of the core behind one, in an order in which each leads to the next.</summary>
internal sealed class LargeCompanyWalk(TestHost host, TestCompany company, CancellationToken cancellationToken)
{
    public IReadOnlyList<LargeCompanyStep> Screens() => [.. Structure(), .. Posts(), .. People(), .. Absences(), .. Settings(), .. Import(), .. OwnData()];

    private LargeCompanyStep[] Structure()
    {
        var owner = company.Owner;
        return
        [
            new("menu", false, () => owner.SayAsync("/menu")),
            new("my posts", false, () => owner.PressAsync("Мои посты")),
            new("structure", true, () => owner.SayAsync("/structure")),
            new("division", false, () => owner.PressAsync("2 · ")),
            new("department of 500 posts", false, () => owner.PressAsync(" 6 · ")),
            new("its next page", false, () => owner.PressAsync("›")),
            new("post", false, () => owner.PressAsync("Специалист 10")),
            new("invitations", false, () => owner.SayAsync("/invitations")),
            new("their next page", false, () => owner.PressAsync("›")),
            new("invitation", false, () => owner.PressDataAsync(owner.Screen.Buttons[0].Data!)),
            new("profile", false, () => owner.SayAsync("/profile")),
            new("question for the own zone", false, () => owner.PressAsync("🕒")),
            new("companies", false, () => owner.SayAsync("/companies")),
        ];
    }

    /// <summary>What can be done with a filled post, and with a vacant one, up to the last question.</summary>
    private LargeCompanyStep[] Posts()
    {
        var owner = company.Owner;
        return
        [
            new("structure again", true, () => owner.SayAsync("/structure")),
            new("division again", false, () => owner.PressAsync("2 · ")),
            new("what may change of a division", false, () => owner.PressAsync("✏️")),
            new("back to the division", false, () => owner.PressAsync("Назад")),
            new("department again", false, () => owner.PressAsync(" 6 · ")),
            new("its next page again", false, () => owner.PressAsync("›")),
            new("filled post", false, () => owner.PressAsync("Специалист 10")),
            new("who may follow its holder", true, () => owner.PressAsync("🔄 Заменить")),
            new("last page of who may follow", true, () => owner.PressAsync("‹")),
            new("back to the post", false, () => owner.PressAsync("Назад")),
            new("its deputies", false, () => owner.PressAsync("🔁 Заместители")),
            new("who may be its deputy", true, () => owner.PressAsync("➕")),
            new("back to its deputies", false, () => owner.PressAsync("Назад")),
            new("back to the post again", false, () => owner.PressAsync("Назад")),
            new("what may change of it", false, () => owner.PressAsync("✏️ Изменить")),
            new("divisions it may move to", true, () => owner.PressAsync("🔀 Перенести")),
            new("departments it may move to", true, () => owner.PressAsync(" 3 · ")),
            new("employees before the vacancies", true, () => owner.SayAsync("/people")),
            new("vacancies to choose from", true, () => owner.PressAsync("⚪ Свободные посты")),
            new("vacant post", false, () => owner.PressDataAsync(owner.Screen.Buttons[0].Data!)),
            new("whom to appoint", true, () => owner.PressAsync("👤 Назначить")),
            new("back to the vacant post", false, () => owner.PressAsync("Назад")),
            new("how long an invitation lives", false, () => owner.PressAsync("📨 Пригласить")),
        ];
    }

    private LargeCompanyStep[] People()
    {
        var owner = company.Owner;
        return
        [
            new("employees", true, () => owner.SayAsync("/people")),
            new("their last page", true, () => owner.PressAsync("‹")),
            new("people in training", true, () => owner.PressAsync("🎓 Вводятся")),
            new("people away today", true, () => owner.PressAsync("🌴 Отсутствуют")),
            new("people with no post", true, () => owner.PressAsync("👤 Без поста")),
            new("vacant posts", true, () => owner.PressAsync("⚪ Свободные посты")),
            new("last page of vacant posts", true, () => owner.PressAsync("‹")),
            new("all people again", true, () => owner.PressAsync("👥 Все")),
            new("question whom to find", false, () => owner.PressAsync("🔎 Найти")),
            new("people found", true, () => owner.SayAsync("ким")),
            new("person", false, () => owner.PressDataAsync(owner.Screen.Buttons[0].Data!)),
        ];
    }

    /// <summary>Nothing is noted, so that the walk can be taken again.</summary>
    private LargeCompanyStep[] Absences()
    {
        var owner = company.Owner;
        return
        [
            new("absences of a person", false, () => owner.PressAsync("🌴 Отсутствия")),
            new("question for the days", false, () => owner.PressAsync("➕ Отметить отсутствие")),
            new("its next month", false, () => owner.PressAsync("›")),
            new("who stands in", true, () => owner.SayAsync("12.05.2090–20.05.2090")),
            new("last page of who stands in", true, () => owner.PressAsync("‹")),
            new("question who stands in", false, () => owner.PressAsync("🔎 Найти")),
            new("found to stand in", true, () => owner.SayAsync("специалист 77")),
            new("menu again", false, () => owner.SayAsync("/menu")),
            new("own absences", false, () => owner.PressAsync("🌴 Отсутствия")),
            new("absences of everybody", false, () => owner.PressAsync("👥 Вся компания")),
            new("last page of absences", false, () => owner.PressAsync("‹")),
        ];
    }

    private LargeCompanyStep[] Settings()
    {
        var owner = company.Owner;
        return
        [
            new("menu once more", false, () => owner.SayAsync("/menu")),
            new("settings", false, () => owner.PressAsync("⚙️ Настройки компании")),
            new("special days", false, () => owner.PressAsync("🎉 Особые дни")),
            new("question for special days", false, () => owner.PressAsync("➕")),
            new("menu for the settings", false, () => owner.SayAsync("/menu")),
            new("settings again", false, () => owner.PressAsync("⚙️ Настройки компании")),
            new("working week", false, () => owner.PressAsync("🗓 Рабочая неделя")),
            new("back to the settings", false, () => owner.PressAsync("Назад")),
            new("limits", false, () => owner.PressAsync("💳 Лимиты решений")),
            new("back to the settings again", false, () => owner.PressAsync("Назад")),
            new("leaving", false, () => owner.PressAsync("🚪 Выйти из компании")),
            new("back from leaving", false, () => owner.PressAsync("Назад")),
            new("ownership", false, () => owner.PressAsync("🔑 Передать компанию")),
            new("whom to hand it to", true, () => owner.PressAsync("👥 Выбрать")),
        ];
    }

    private LargeCompanyStep[] Import()
    {
        var owner = company.Owner;
        return
        [
            new("structure for the import", true, () => owner.SayAsync("/structure")),
            new("import", false, () => owner.PressAsync("📥")),
            new("question for the table", false, () => owner.PressAsync("📤")),
            new("table of 5,000 rows looked at", true, SendTableAsync),
            new("last question of the import", false, () => owner.PressAsync("Продолжить")),
        ];
    }

    private LargeCompanyStep[] OwnData()
    {
        var owner = company.Owner;
        return
        [
            new("own data", false, () => owner.SayAsync("/mydata")),
            new("what erasing oneself would take", true, () => owner.PressAsync("🗑 Удалить мои данные")),
            new("own data again", false, () => owner.SayAsync("/mydata")),
            new("what erasing the company would take", true, () => owner.PressAsync("🗑 Удалить компанию")),
        ];
    }

    /// <summary>The table is looked at by a job, whose statements count.</summary>
    private async Task SendTableAsync()
    {
        var owner = company.Owner;
        await owner.SendFileAsync("document", "посты.xlsx", await WriteTableAsync());
        await host.SettleJobsAsync();
        await host.Chat.SettleAsync([], owner.Id, owner.Id);
        await owner.RefreshAsync();
    }

    private async Task<byte[]> WriteTableAsync()
    {
        using var reports = new ReportService(new BoardFonts());
        var sheet = new Sheet
        {
            Name = "Посты",
            Columns = [new() { Title = "Номер отдела" }, new() { Title = "Название поста" }],
            Rows = [.. Enumerable.Range(1, IPostImport.MaxPosts).Select(IReadOnlyList<Cell> (row) => [Cell.Number((row % OrgBoard.DepartmentCount) + 1), Cell.Text($"Работник {row}")])],
        };
        return (await reports.WriteAsync(new() { Sheets = [sheet] }, cancellationToken)).ToArray();
    }

    public IReadOnlyList<LargeCompanyStep> Searches() =>
    [
        new("people", true, () => SearchAsync(new())),
        new("people, last page", true, () => SearchAsync(new() { Skip = LargeCompany.Members - 8 })),
        new("people by name", true, () => SearchAsync(new() { Text = "ким" })),
        new("people by post", true, () => SearchAsync(new() { Text = "специалист 77" })),
        new("newcomers", true, () => SearchAsync(new() { Filter = PeopleFilter.Newcomers })),
        new("people away", true, () => SearchAsync(new() { Filter = PeopleFilter.Absent })),
        new("people without a post", true, () => SearchAsync(new() { Filter = PeopleFilter.WithoutPost })),
        new("vacancies", true, () => ListVacantAsync("")),
        new("vacancies by name", true, () => ListVacantAsync("специалист")),
        new("people to choose", true, () => ChooseAsync(new() { Kind = RecipientKind.User, Text = "ким" })),
        new("posts to choose, last page", true, () => ChooseAsync(new() { Kind = RecipientKind.Position, Skip = LargeCompany.AddedPosts })),
        new("departments to choose", false, () => ChooseAsync(new() { Kind = RecipientKind.Department })),
        new("names of who was chosen", false, NameChosenAsync),
    ];

    private Task ChooseAsync(RecipientQuery query) => InCompanyAsync(async work =>
        (await new TurnRecipients(work).SearchAsync(query, cancellationToken)).Recipients.Count);

    private Task NameChosenAsync() => InCompanyAsync(async work =>
    {
        var members = await host.ListAsync<Guid>("select user_id from core.members where company_id = $1 limit 20", company.Id);
        return (await new TurnRecipients(work).FindAsync([.. members.Select(member => Recipient.User(new(member)))], cancellationToken)).Count;
    });

    private Task SearchAsync(PeopleQuery query) => InCompanyAsync(async work =>
        (await new TurnPeople(work).SearchAsync(query, cancellationToken)).Employees.Count);

    private Task ListVacantAsync(string text) => InCompanyAsync(async work =>
        (await new VacancyTable(work).ListAsync(text, 0, 8, cancellationToken)).Rows.Count);

    private async Task InCompanyAsync(Func<OrganisationWork, Task<int>> countAsync)
    {
        var id = new CompanyId(company.Id);
        await using var database = await TurnDatabase.OpenAsync(host.Services.GetRequiredService<DatabaseAccess>(), cancellationToken);
        await database.UseCompanyAsync(id, cancellationToken);
        var work = new OrganisationWork(
            database,
            new() { Language = "ru", StartedAt = TimeProvider.System.GetUtcNow() },
            host.Services.GetRequiredService<OrgBoard>(),
            new() { Member = new() { CompanyId = id, CompanyName = company.Name, Role = CompanyRoles.Owner } },
            host.Services.GetRequiredService<JobSignal>());
        if (await countAsync(work) == 0)
        {
            throw new InvalidOperationException("Nothing was found: a large company has some of everything.");
        }

        await database.CommitAsync(cancellationToken);
    }
}
