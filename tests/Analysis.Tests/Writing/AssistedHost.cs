using DrAivBot.Analysis.Scoring;
using DrAivBot.Analysis.Tests.Conversations;
using DrAivBot.Analysis.Tests.Scoring;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Writing;

/// <summary>A running host with an assistant that answers what a test says.</summary>
public sealed class AssistedHost(PostgresFixture postgres) : AnalysisHost(postgres)
{
    public FakeAssistantServer Assistant { get; private set; } = null!;

    internal static IReadOnlyList<GivenAnswer> Express { get; } = GoldenCase.All.Single(golden => golden.Name == "express").Answers;

    public override async ValueTask InitializeAsync()
    {
        Assistant = await FakeAssistantServer.StartAsync(TestContext.Current.CancellationToken);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Assistant is not null)
        {
            await Assistant.DisposeAsync();
        }
    }

    /// <summary>A company whose owner has consented.</summary>
    public async Task<TestCompany> FoundConsentingAsync(string name, string language = "en")
    {
        var firm = await FoundAsync(name, language);
        await firm.Owner.SayAsync("/analysis");
        await firm.Owner.PressAsync("🤖");
        await firm.Owner.PressAsync("✅");
        return firm;
    }

    /// <summary>Answers an express assessment, and stands before its end.</summary>
    public async Task AnswerAsync(TestCompany firm)
    {
        var owner = firm.Owner;
        await owner.SayAsync("/analysis");
        await owner.PressAsync("🚀");
        if (owner.Screen.HasButton("go on") || owner.Screen.HasButton("дальше"))
        {
            await owner.PressAsync("✅");
        }
        else
        {
            await Walk.ProfileAsync(owner);
        }

        await owner.PressAsync("⚡");
        await Walk.WriteAsync(Host, firm, Express);
        await owner.SayAsync("/analysis");
        await owner.PressAsync(owner.Language == "ru" ? "✅ Завершить" : "✅ Finish");
    }

    /// <summary>Finishes it, and waits for the report.</summary>
    public async Task FinishAsync(TestCompany firm)
    {
        await AnswerAsync(firm);
        await ConfirmAsync(firm);
    }

    public async Task ConfirmAsync(TestCompany firm)
    {
        await firm.Owner.PressAsync(firm.Owner.Language == "ru" ? "✅ Завершить анализ" : "✅ Finish the analysis");
        await SettleAsync(firm.Owner);
    }

    /// <summary>Opens the latest result.</summary>
    public static async Task OpenResultAsync(ChatUser user)
    {
        await user.SayAsync("/analysis");
        await user.PressAsync("🏁");
    }

    /// <summary>The message of the latest report.</summary>
    public static string ReportOf(ChatUser user) =>
        user.Messages.Last(message => message.FromBot && (message.Text.Contains("Report of the", StringComparison.Ordinal) || message.Text.Contains("Отчёт анализа", StringComparison.Ordinal))).Text;

    protected override TestHostOptions With(TestHostOptions options) => options with { Assistant = Assistant };
}
