using System.Text.Json.Nodes;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Analysis.Tests.Scoring;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Conversations;

/// <summary>Whole assessments, from the first question to the files.</summary>
public sealed class WholeTests(AnalysisHost analysis) : IClassFixture<AnalysisHost>
{
    private TestHost Host => analysis.Host;

    [Fact]
    public async Task A_full_assessment_by_two_respondents_in_Russian_gives_the_given_scores_pictures_and_a_workbook()
    {
        var firm = await analysis.FoundAsync("Кухни", "ru");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Борис", "ru"));
        var mixed = Walk.Like(GoldenCase.All.Single(golden => golden.Name.StartsWith("mixed", StringComparison.Ordinal)).Answers, "Как обычно");
        await Walk.FullAsync(anna, "Вырасти вдвое");
        foreach (var division in new[] { "5 · ", "6 · ", "7 · " })
        {
            await anna.PressAsync(division);
            await anna.SayAsync("Борис");
            await anna.PressAsync("Борис");
            await anna.PressAsync("✅ Готово");
        }

        await anna.PressAsync("✍️");
        await anna.PressAsync("💬");
        await anna.SayAsync("Отвечает Мария, но она в отпуске");
        Walk.Has(anna, "💬 Отвечает Мария");
        var own = await Walk.AnswerAllAsync(anna, mixed);
        Assert.Equal([.. Enumerable.Range(1, 12).SelectMany(department => Enumerable.Range(1, 7).Select(order => $"D{department:00}Q{order}"))], own);
        Walk.Has(anna, "5 · Качество", "21/21");

        await boris.SayAsync("/analysis");
        await boris.PressAsync("▶️");
        var his = await Walk.AnswerAllAsync(boris, mixed);
        Assert.Equal(63, his.Count);
        await analysis.ToldAsync(anna, "Борис: все вопросы анализа отвечены");

        await anna.SayAsync("/analysis");
        await anna.PressAsync("✅ Завершить");
        await anna.PressAsync("✅ Завершить анализ");
        await analysis.ToldAsync(anna, "Отчёт анализа 7×21", "52 %", "без искусственного интеллекта");
        await anna.PressOldAsync(Walk.HasTold(anna, "Результат анализа", "52 %", "🟠 Слабо", "1. 🔴 29 % · 1 · Отдел персонала", "5. 🟠 40 % · 5 · Отдел рекламных материалов"), "⚠️");
        Walk.Has(anna, "Отдел персонала");
        await anna.SayAsync("/analysis");
        await anna.PressAsync("🏁");
        await anna.PressAsync("🗓");
        Walk.Has(anna, "Дни 1–30", "Пост 1, до дня", "по шаблону");
        await anna.PressAsync("Дни 61–90");
        Walk.Has(anna, "Пройти анализ ещё раз");

        Assert.Equal(2, anna.Messages.Count(message => message.Json["photo"] is not null));
        var file = AnalysisHost.DocumentOf(anna);
        Assert.StartsWith("Анализ 7x21 ", file["file_name"]!.GetValue<string>(), StringComparison.Ordinal);
        var said = await AnalysisHost.ReadWorkbookAsync(await analysis.DownloadAsync(file));
        Assert.All(
            ["Кухни", "Вырасти вдвое", "Отвечает Мария", "Как обычно", "Дни 1–30", "не аудит", "Ответили «не знаю»", "мало данных"],
            word => Assert.Contains(word, said, StringComparison.Ordinal));
        await analysis.KeepForLookingAsync("full-ru.xlsx", file);
        foreach (var (photo, i) in anna.Messages.Where(message => message.Json["photo"] is not null).Select((message, i) => (message.Json["photo"]!.AsArray()[^1]!, i)))
        {
            await analysis.KeepForLookingAsync($"full-ru-{i}.png", photo);
        }
    }

    [Fact]
    public async Task An_express_assessment_in_English_counts_when_the_user_goes_on_to_the_full_one()
    {
        var firm = await analysis.FoundAsync("Kitchens");
        var anna = firm.Owner;
        await Walk.ExpressAsync(anna);
        var asked = await Walk.AnswerAllAsync(anna, Walk.Like(GoldenCase.All.Single(golden => golden.Name == "express").Answers));
        Assert.Equal(21, asked.Count);
        Assert.Equal("Done: all questions are answered.", anna.Toast);
        await anna.PressAsync("✅ Finish");
        await anna.PressAsync("✅ Finish the analysis");
        await analysis.ToldAsync(anna, "Report of the 7×21 analysis", "express", "without AI");
        var report = anna.Screen;
        await anna.PressOldAsync(Walk.HasTold(anna, "Result of the analysis", "express", "49 %", "🟠 Weak", "1. 🔴 0 % · 5 · Promotional Materials Department"), "◀️");
        Assert.True(anna.Screen.HasButton("🏁 Latest result"));
        Assert.Null(anna.Toast);
        await analysis.KeepForLookingAsync("express-en.xlsx", AnalysisHost.DocumentOf(anna));
        var said = await AnalysisHost.ReadWorkbookAsync(await analysis.DownloadAsync(AnalysisHost.DocumentOf(anna)));
        Assert.Contains("Every question is answered.", said, StringComparison.Ordinal);
        // Summary and matrix stand upright; the other five sheets are wide.
        Assert.Equal(5, said.Split("orientation=\"landscape\"").Length - 1);

        await anna.PressOldAsync(report, "🏁 Open the result");
        await anna.PressAsync("📋 Go on to the full one");
        await anna.PressAsync("✍️");
        await anna.PressAsync("⏸");
        Walk.Has(anna, "3/21 1 · People");
        Assert.Equal(21, await Host.QueryAsync<long>(
            "select count(*) from analysis.answers n join analysis.assessments a on a.company_id = n.company_id and a.id = n.assessment_id where a.company_id = $1 and a.state = 0", firm.Id));
    }

    [Fact]
    public async Task A_report_is_kept_sent_again_as_it_was_and_removed_when_the_company_is_erased()
    {
        var firm = await analysis.FoundAsync("Kept");
        var anna = firm.Owner;
        await Walk.ExpressAsync(anna);
        await Walk.AnswerAllAsync(anna, question => new() { Question = question.Id, Kind = AnswerKind.Value, Value = "3" });
        await anna.PressAsync("✅ Finish");
        await anna.PressAsync("✅ Finish the analysis");
        await analysis.ToldAsync(anna, "Report of the 7×21 analysis");
        var first = await analysis.DownloadAsync(AnalysisHost.DocumentOf(anna));
        var (reports, responses) = (Folder("reports", firm), Folder("responses", firm));
        Assert.Equal(3, Directory.GetFiles(reports).Length);
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(responses)), TestContext.Current.CancellationToken))!;
        Assert.Equal(21, kept["answers"]!.AsArray().Count);
        Assert.DoesNotContain("Anna", kept.ToJsonString(), StringComparison.Ordinal);

        await anna.PressAsync("🏁 Open the result");
        await anna.PressAsync("📄");
        await analysis.SettleAsync(anna);
        Assert.Equal(2, anna.Messages.Count(message => message.Json["document"] is not null));
        Assert.Equal(first, await analysis.DownloadAsync(AnalysisHost.DocumentOf(anna)));

        Directory.Delete(reports, recursive: true);
        await anna.SayAsync("/analysis");
        await anna.PressAsync("🏁");
        await anna.PressAsync("📄");
        await analysis.SettleAsync(anna);
        Assert.Equal(3, anna.Messages.Count(message => message.Json["document"] is not null));
        Assert.Equal(3, Directory.GetFiles(reports).Length);

        await anna.SayAsync("/mydata");
        await anna.PressAsync("Erase the company");
        await anna.SayAsync("Kept");
        await anna.PressAsync("Yes, erase the company");
        await Host.AdvanceAsync(TimeSpan.FromDays(7.5));
        Assert.False(Directory.Exists(Path.GetDirectoryName(reports)));
        Assert.False(Directory.Exists(Path.GetDirectoryName(responses)));
        Assert.Equal(0, await Host.QueryAsync<long>("select count(*) from analysis.answers where company_id = $1", firm.Id));
    }

    [Fact]
    public async Task Who_falls_silent_for_three_days_is_reminded_once()
    {
        var firm = await analysis.FoundAsync("Silent");
        var anna = firm.Owner;
        await Walk.ExpressAsync(anna);
        await anna.PressAsync("2 · ");
        await Host.AdvanceAsync(TimeSpan.FromDays(2.9));
        Assert.Equal(0, await analysis.TimesToldAsync(anna, "is waiting"));
        await Host.AdvanceAsync(TimeSpan.FromDays(0.2));
        await analysis.ToldAsync(anna, "is waiting: 20 questions are left");
        await Host.AdvanceAsync(TimeSpan.FromDays(4));
        await Host.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.Equal(1, await analysis.TimesToldAsync(anna, "is waiting"));
        await anna.PressAsync("▶️ Continue");
        Assert.True(anna.Screen.HasButton("▶️ Continue at question 2"));
    }

    private string Folder(string name, TestCompany firm) => Path.Combine(Host.DataDirectory, name, firm.Id.ToString(), "analysis");
}
