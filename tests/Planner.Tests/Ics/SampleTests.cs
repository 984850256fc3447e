using DrAivBot.Planner.Ics;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Tests.Ics;

/// <summary>Files as other calendars write them, by their documented formats: folded lines, zones, series, exceptions.</summary>
public sealed class SampleTests
{
    private static readonly DateTime Until = new(2033, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public async Task A_file_of_Google_Calendar_has_the_instants_it_says()
    {
        var reading = await ReadAsync("google.ics");
        Assert.Equal(1, reading.Skipped);
        Assert.Equal(
            [
                "2026-10-20T07:00Z/2026-10-20T07:30Z Созвон с Берлином",
                "2026-10-27T08:00Z/2026-10-27T08:30Z Созвон с Берлином",
                "2026-11-10T13:00Z/2026-11-10T14:00Z Созвон с Берлином (после обеда)",
                "2026-11-17T08:00Z/2026-11-17T08:30Z Созвон с Берлином",
                "2026-12-08T12:00Z/2026-12-08T13:00Z Планёрка отдела продаж: итоги осени и задачи на зиму, с приглашёнными из отдела рекламы",
                "2026-12-30T21:00Z/2027-01-08T21:00Z Новогодние праздники",
            ],
            Instants.Of(reading.Events, Until));
        var meeting = reading.Events.Single(read => read.Details.Title.StartsWith("Планёрка", StringComparison.Ordinal)).Details;
        Assert.Equal("Москва, Тверская улица, 1", meeting.Place);
        Assert.Equal("Обсудим план продаж на первый квартал, бюджет рекламы и найм двух специалистов.\n\nСсылка: https://example.com/plan", meeting.Description);
        Assert.True(reading.Events.Single(read => read.Details.Span.IsAllDay).Details.IsPrivate);
    }

    [Fact]
    public async Task A_file_of_Outlook_has_the_instants_it_says()
    {
        var reading = await ReadAsync("outlook.ics");
        Assert.Equal(0, reading.Skipped);
        const string talk = "Совещание по отгрузкам со складом и отделом снабжения, еженедельное";
        Assert.Equal(
            [
                "2026-12-01T07:00Z/2026-12-01T07:45Z " + talk,
                "2026-12-03T13:00Z/2026-12-03T14:00Z Совещание по отгрузкам: итоги месяца",
                "2026-12-14T21:00Z/2026-12-15T21:00Z Инвентаризация",
                "2026-12-15T07:00Z/2026-12-15T07:45Z " + talk,
                "2026-12-17T07:00Z/2026-12-17T07:45Z " + talk,
                "2027-03-26T09:00Z/2027-03-26T10:00Z Переход на летнее время в Киеве",
                "2027-03-27T09:00Z/2027-03-27T10:00Z Переход на летнее время в Киеве",
                "2027-03-28T08:00Z/2027-03-28T09:00Z Переход на летнее время в Киеве",
                "2027-03-29T08:00Z/2027-03-29T09:00Z Переход на летнее время в Киеве",
            ],
            Instants.Of(reading.Events, Until));
        var series = reading.Events.Single(read => read.Details.Title == talk).Details;
        Assert.Equal("Europe/Moscow", series.Zone);
        Assert.Equal("Переговорная «Байкал», 3 этаж", series.Place);
        Assert.True(reading.Events.Single(read => read.Details.Span.IsAllDay).Details.IsPrivate);
    }

    [Fact]
    public async Task A_file_of_Apple_Calendar_has_the_instants_it_says()
    {
        var reading = await ReadAsync("apple.ics");
        Assert.Equal(0, reading.Skipped);
        const string school = "Родительское собрание в школе № 12, второй вторник каждого месяца, актовый зал";
        Assert.Equal(
            [
                "2026-12-08T13:00Z/2026-12-08T14:15Z " + school,
                "2026-12-24T12:00Z/2026-12-24T13:00Z По местным часам, где бы ни был",
                "2027-02-10T14:00Z/2027-02-10T15:15Z Родительское собрание (перенесено)",
                "2027-03-09T13:00Z/2027-03-09T14:15Z " + school,
                "2027-03-13T15:00Z/2027-03-13T15:30Z Звонок в Нью-Йорк",
                "2027-03-14T14:00Z/2027-03-14T14:30Z Звонок в Нью-Йорк",
                "2027-03-15T14:00Z/2027-03-15T14:30Z Звонок в Нью-Йорк",
                "2028-02-28T21:00Z/2028-02-29T21:00Z День рождения Ольги",
                "2032-02-28T21:00Z/2032-02-29T21:00Z День рождения Ольги",
            ],
            Instants.Of(reading.Events, Until));
        Assert.Equal("https://example.com/call", reading.Events.Single(read => read.Details.Title == "Звонок в Нью-Йорк").Details.Link);
    }

    private static async Task<IcsReading> ReadAsync(string name)
    {
        await using var file = typeof(SampleTests).Assembly.GetManifestResourceStream(name)!;
        await using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        // As they would arrive: with the line ends of the format.
        Assert.Contains("\r\n", System.Text.Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.Ordinal);
        return new IcsReader(WallTime.FindZone("Europe/Moscow")!).Read(bytes.ToArray());
    }
}
