using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Assistant;

/// <summary>Consent, quota, what leaves and what is logged: from a job, through the whole host.</summary>
public sealed class AssistantUseTests(AssistantStage stage, PostgresFixture postgres) : IClassFixture<AssistantStage>
{
    private static readonly FakeAssistantReply Good = FakeAssistantReply.Json(AssistantStage.Good);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_consent_nothing_is_sent()
    {
        var company = await stage.CompanyAsync(consents: false);
        stage.Answer(Good);
        var before = stage.Server.Calls.Count;
        Assert.Equal("NoConsent core.assistant.no_consent", await stage.AskAsync(company, "a", "Текст"));
        Assert.Equal(before, stage.Server.Calls.Count);
        Assert.StartsWith("True False 0/2", await stage.TermsAsync(company), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_to_another_text_is_none()
    {
        var company = await stage.CompanyAsync();
        await stage.Host.ExecuteAsync("update core.assistant_consents set version = 99 where company_id = $1", company.Value);
        Assert.Equal("NoConsent core.assistant.no_consent", await stage.AskAsync(company, "a", "Текст"));
    }

    [Fact]
    public async Task A_month_has_so_many_and_the_same_again_costs_nothing_more()
    {
        var company = await stage.CompanyAsync();
        stage.Answer(Good);
        foreach (var charge in (string[])["a", "b", "a", "b"])
        {
            Assert.StartsWith("Answered", await stage.AskAsync(company, charge, "Текст"), StringComparison.Ordinal);
        }

        var before = stage.Server.Calls.Count;
        Assert.Equal("QuotaUsed core.assistant.quota_used", await stage.AskAsync(company, "c", "Текст"));
        Assert.Equal(before, stage.Server.Calls.Count);
        Assert.StartsWith("True True 2/2", await stage.TermsAsync(company), StringComparison.Ordinal);
        await stage.Host.ExecuteAsync("update core.assistant_charges set month = month - interval '1 month' where company_id = $1", company.Value);
        Assert.StartsWith("Answered", await stage.AskAsync(company, "c", "Текст"), StringComparison.Ordinal);
        Assert.StartsWith("Answered", await stage.AskAsync(company, "a", "Текст"), StringComparison.Ordinal);
        Assert.StartsWith("True True 1/2", await stage.TermsAsync(company), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_breaks_after_the_answer_asks_again_and_pays_once()
    {
        var company = await stage.CompanyAsync();
        stage.Answer(Good);
        var before = stage.Server.Calls.Count;
        await stage.AskAsync(company, "a", "Текст", "breaks");
        await stage.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, stage.Server.Calls.Count - before);
        Assert.StartsWith("True True 1/2", await stage.TermsAsync(company), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charge_that_fails_again_and_again_is_not_asked_for_ever()
    {
        var company = await stage.CompanyAsync();
        stage.Answer(FakeAssistantReply.Status(400));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("Failed core.assistant.failed", await stage.AskAsync(company, "a", "Текст"));
        }

        Assert.Equal("QuotaUsed core.assistant.too_often", await stage.AskAsync(company, "a", "Текст"));
    }

    [Fact]
    public async Task Names_phones_and_addresses_do_not_leave()
    {
        var company = await stage.CompanyAsync();
        await stage.HireAsync(company, "Кузнецов Павел Сергеевич", "pavel_kuz", post: 6);
        await stage.HireAsync(company, "Ольга Достоевская", post: 7);
        await stage.HireAsync(company, "Игорь Ушедший", hasLeft: true);
        stage.Answer(FakeAssistantReply.Json("""{"text":"a","ids":["Кузнецов, +79123456789"]}"""), Good);
        var said = await stage.AskAsync(
            company,
            "a",
            "Отчёт сдаёт кузнецов П.С., без Павла Кузнецова стоим. Спросите Ольгу Достоевскую (+7 912 345-67-89, olga@firma.ru, t.me/olga_d) или @pavel_kuz, pavel_kuz. Раньше Игорю Ушедшему.");

        Assert.StartsWith("Answered", said, StringComparison.Ordinal);
        Assert.Contains("Отчёт сдаёт пост 6, без пост 6 стоим. Спросите пост 7", stage.Server.Calls[^1].Data, StringComparison.Ordinal);
        Assert.DoesNotContain("Кузнецов", stage.Server.Calls[^1].Messages[^1], StringComparison.Ordinal);
        var sent = string.Join('\n', stage.Server.Calls.Where(call => call.Data.Contains("пост 6", StringComparison.Ordinal)).Select(call => call.Instructions + call.Data + call.Messages[^1]));
        Assert.All(
            (string[])["узнецов", "Павл", "Серге", "Ольг", "Достоевск", "Игор", "Ушедш", "912", "67-89", "firma", "olga", "pavel"],
            canary => Assert.DoesNotContain(canary, sent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_log_has_no_key_and_nothing_that_was_asked_or_answered()
    {
        var company = await stage.CompanyAsync();
        stage.Answer(
            FakeAssistantReply.Json("""{"text":"КанарейкаОтвета","ids":["КанарейкаНомера"]}"""),
            FakeAssistantReply.Json("""{"text":"КанарейкаОтвета","ids":["D01Q1"]}"""));
        Assert.StartsWith("Answered", await stage.AskAsync(company, "a", "КанарейкаВопроса"), StringComparison.Ordinal);
        var (key, asked) = (stage.Server.Key, stage.Server.Calls.Count);
        stage.Server.Key = "another";
        Assert.Equal("Failed core.assistant.failed", await stage.AskAsync(company, "b", "КанарейкаВопроса"));
        stage.Server.Key = key;

        Assert.Equal(asked + 1, stage.Server.Calls.Count);
        var log = await stage.Host.ReadLogAsync();
        Assert.Contains("refuses the key (401). Correct OpenAI__ApiKey", log, StringComparison.Ordinal);
        Assert.Contains("The assistant answered chores.chore", log, StringComparison.Ordinal);
        Assert.All((string[])["Канарейка", key, "Bearer", "Write one sentence"], canary => Assert.DoesNotContain(canary, log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Calls_tokens_and_time_are_measured_without_naming_a_company()
    {
        var company = await stage.CompanyAsync();
        stage.Answer(Good);
        await stage.AskAsync(company, "a", "Текст");
        using var http = new HttpClient();
        var figures = await http.GetStringAsync(new Uri(stage.Host.OperatorAddress, "metrics"), Cancel);
        Assert.Matches("""draivbot_assistant_calls_total\{[^}]*model="fake-model",purpose="chores.chore",result="answered"[^}]*\} [1-9]""", figures);
        Assert.Matches("""draivbot_assistant_tokens_total\{[^}]*kind="prompt"[^}]*\} [1-9]""", figures);
        Assert.DoesNotContain(company.ToString(), figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_there_is_no_assistant_and_everything_else_works()
    {
        var jobs = await Jobs.JobStage.OpenAsync(postgres);
        await using var host = jobs.Host;
        var company = await jobs.CompanyAsync();
        await jobs.DoAsync(company, "ask", "a", "Текст");
        await host.SettleJobsAsync();
        Assert.Equal(["a: NotConfigured core.assistant.not_configured"], await jobs.EntriesAsync());
        Assert.StartsWith("False False 0/5", await jobs.DoAsync(company, "terms"), StringComparison.Ordinal);
    }
}
