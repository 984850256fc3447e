using System.Globalization;
using System.Text;
using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>Calendar files out and in, as people do it in the chat.</summary>
public sealed class IcsConversationTests(PlannerHost planner) : IClassFixture<PlannerHost>
{
    [Fact]
    public async Task A_file_is_previewed_taken_in_and_changes_nothing_the_second_time()
    {
        var firm = await planner.FoundAsync("Files");
        var day = Plans.InDays(3).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var file = Encoding.UTF8.GetBytes(
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nBEGIN:VEVENT\r\nUID:other-1\r\nSUMMARY:Встреча\r\nDTSTART;TZID=Europe/Moscow:{day}T150000\r\nDTEND;TZID=Europe/Moscow:{day}T160000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other-2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        await LoadAsync(firm.Owner, file);
        await planner.ToldAsync(firm.Owner, "The file is read", "New: 1", "Skipped: 1");
        await firm.Owner.PressAsync("Go on");
        await firm.Owner.PressAsync("✅ Load");
        await planner.ToldAsync(firm.Owner, "The events are loaded", "New: 1");
        Assert.Equal(3, await planner.Host.QueryAsync<long>("select count(*) from planner.occurrences where company_id = $1", firm.Id));

        await LoadAsync(firm.Owner, file);
        await planner.ToldAsync(firm.Owner, "There is nothing to load", "Unchanged: 1");
        await LoadAsync(firm.Owner, Encoding.UTF8.GetBytes("hello"));
        await planner.ToldAsync(firm.Owner, "This is not a calendar file");
    }

    [Theory]
    [InlineData("en", "Load a file", "The file is read", "New: 1", "Skipped: 1", "“Board”")]
    [InlineData("ru", "Загрузить файл", "Файл прочитан", "Новых: 1", "Пропущено: 1", "«Board»")]
    public async Task An_event_with_a_broken_rule_is_named_in_the_preview_and_the_others_are_taken(
        string language, string load, string read, string added, string skipped, string name)
    {
        var firm = await planner.FoundAsync("Broken " + language, language);
        var day = Plans.InDays(3).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await LoadAsync(
            firm.Owner,
            Encoding.UTF8.GetBytes(
                $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nBEGIN:VEVENT\r\nUID:good\r\nSUMMARY:Talk\r\nDTSTART:{day}T120000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:bad\r\nSUMMARY:Board\r\nDTSTART:{day}T120000Z\r\nRRULE:FREQ=NEVER;COUNT=x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
            load);
        await planner.ToldAsync(firm.Owner, read, added, skipped, name);
        await firm.Owner.PressAsync("➡️");
        await firm.Owner.PressAsync("✅");
        await planner.ToldAsync(firm.Owner, added, skipped, name);
        Assert.Equal(1, await planner.Host.QueryAsync<long>("select count(*) from planner.occurrences where company_id = $1", firm.Id));
    }

    [Fact]
    public async Task Export_re_imported_gives_zero_changes()
    {
        var firm = await planner.FoundAsync("There and back");
        var anna = firm.Owner;
        await Plans.CreateAsync(anna, "Single", Plans.InDays(2), "15:00", sight: "Participants only");
        await Plans.CreateAsync(anna, "Whole day", Plans.InDays(2), "", length: "All day");
        await Plans.CreateAsync(anna, "Series", Plans.InDays(2), "09:00", repeat: "Every day");
        await Plans.OpenDayAsync(anna, 4);
        await anna.PressAsync("Series");
        await Plans.MoveAsync(anna, Plans.InDays(4), "12:00", "This one only");
        await Plans.OpenDayAsync(anna, 5);
        await anna.PressAsync("Series");
        await anna.PressAsync("🗑 Cancel event");
        await anna.PressAsync("This one only");
        await anna.SayAsync("/today");
        await anna.PressAsync("⇅");
        await anna.PressAsync("Download my calendar");
        var content = await LastFileAsync(anna);
        await LoadAsync(anna, content);
        await planner.ToldAsync(anna, "There is nothing to load", "New: 0", "Updated: 0", "Unchanged: 3", "Skipped: 0");
    }

    [Theory]
    [InlineData("en", "Download the company's calendar", "Download a unit's calendar", "Division 2", "no open events")]
    [InlineData("ru", "Скачать календарь компании", "Скачать календарь подразделения", "Отделение 2", "нет открытых событий")]
    public async Task The_company_s_calendar_and_those_of_one_s_units_are_taken_out_without_what_is_private(
        string language, string company, string unit, string division, string nothing)
    {
        var firm = await planner.FoundAsync("Shared " + language);
        var maria = await firm.HireAsync("Maria", 6, language);
        await maria.SayAsync("/today");
        await maria.PressAsync("⇅");
        await maria.PressAsync(company);
        Assert.Contains(nothing, maria.Toast, StringComparison.Ordinal);

        await Plans.CreateAsync(firm.Owner, "Everybody comes", Plans.InDays(1), "10:00", calendar: "The whole company");
        await Plans.CreateAsync(firm.Owner, "Secret board", Plans.InDays(1), "11:00", calendar: "The whole company", sight: "Participants only");
        await Plans.CreateAsync(firm.Owner, "Division comes", Plans.InDays(1), "12:00", calendar: "Division 2");
        await Plans.CreateAsync(firm.Owner, "Other division", Plans.InDays(1), "13:00", calendar: "Division 3");
        await Plans.CreateAsync(firm.Owner, "Own matter", Plans.InDays(1), "14:00");
        await maria.PressAsync(company);
        var file = Encoding.UTF8.GetString(await LastFileAsync(maria));
        Assert.Contains("SUMMARY:Everybody comes", file, StringComparison.Ordinal);
        Assert.All(["Secret", "Division comes", "Other", "Own"], word => Assert.DoesNotContain(word, file, StringComparison.Ordinal));

        await maria.PressAsync(unit);
        Assert.False(maria.Screen.HasButton(division.Replace('2', '3')));
        var press = maria.Screen.Button(division).Data!;
        await maria.PressAsync(division);
        file = Encoding.UTF8.GetString(await LastFileAsync(maria));
        Assert.Contains("SUMMARY:Division comes", file, StringComparison.Ordinal);
        Assert.All(["Secret", "Everybody", "Other", "Own"], word => Assert.DoesNotContain(word, file, StringComparison.Ordinal));

        // A unit in which one holds no post.
        var files = Files(maria);
        await maria.PressDataAsync(press.Replace("102", "103", StringComparison.Ordinal));
        Assert.Equal(files, Files(maria));
    }

    private static int Files(ChatUser user) => user.Messages.Count(message => message.FromBot && message.Json["document"] is not null);

    private async Task<byte[]> LastFileAsync(ChatUser user)
    {
        var document = user.Messages.Last(message => message.FromBot && message.Json["document"] is not null);
        return await DownloadAsync(document.Json["document"]!["file_unique_id"]!.GetValue<string>());
    }

    private async Task<byte[]> DownloadAsync(string id)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(new Uri(planner.Host.Address, $"sandbox/files/{id}"), TestContext.Current.CancellationToken);
    }

    private static async Task LoadAsync(ChatUser user, ReadOnlyMemory<byte> file, string load = "Load a file")
    {
        await user.SayAsync("/today");
        await user.PressAsync("⇅");
        await user.PressAsync(load);
        await user.SendFileAsync("document", "calendar.ics", file);
    }
}
