using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>Making, answering, moving and cancelling events, as people see it in the chat.</summary>
public sealed class EventTests(PlannerHost planner) : IClassFixture<PlannerHost>
{
    [Fact]
    public async Task A_colleague_is_invited_accepts_is_asked_anew_when_it_moves_and_told_when_it_is_cancelled()
    {
        var firm = await planner.FoundAsync("Whole Life");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris"));
        await Plans.CreateAsync(anna, "Review", Plans.InDays(2), "15:00", people: "Boris");
        Plans.Has(anna, "15:00–16:00", "⭐️ Anna", "▫️ Boris");
        await planner.ToldAsync(boris, "Invitation: Review", "15:00–16:00", "Organiser: Anna");

        await boris.PressAsync("🗓 Open");
        await boris.PressAsync("Going");
        Assert.Equal("Noted: you are going", boris.Toast);
        Assert.True(boris.Screen.HasButton("✓ Going"));
        await planner.ToldAsync(anna, "Boris is coming to “Review”");

        await Plans.OpenDayAsync(anna, 2);
        await anna.PressAsync("Review");
        Plans.Has(anna, "✅ Boris");
        await Plans.MoveAsync(anna, Plans.InDays(3), "10:00");
        Plans.Has(anna, "10:00–11:00", "▫️ Boris");
        await planner.ToldAsync(boris, "Moved: Review", "10:00–11:00");

        await anna.PressAsync("🗑 Cancel event");
        Plans.Has(anna, "Cancel “Review”?");
        await anna.PressAsync("🗑 Yes, cancel it");
        await planner.ToldAsync(boris, "Cancelled: Review");
        await Plans.OpenDayAsync(boris, 3);
        Plans.HasNot(boris, "Review");
        Assert.Equal(1, await planner.AuditsAsync(firm, "planner.event.created"));
        Assert.Equal(1, await planner.AuditsAsync(firm, "planner.event.moved"));
        Assert.Equal(1, await planner.AuditsAsync(firm, "planner.event.cancelled"));
    }

    [Fact]
    public async Task Past_start_warns()
    {
        var firm = await planner.FoundAsync("Past");
        await Plans.DraftAsync(firm.Owner, "Too late", Plans.InDays(-2), "15:00");
        Plans.Has(firm.Owner, "This time has already passed");
        await firm.Owner.PressAsync("✅ Create");
        Plans.Has(firm.Owner, "Too late");
    }

    [Fact]
    public async Task Double_booking_warns_with_names_only_if_visible()
    {
        var firm = await planner.FoundAsync("Busy");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris"));
        await Plans.CreateAsync(anna, "Open talk", Plans.InDays(2), "15:00", people: "Boris");
        await Plans.CreateAsync(boris, "Secret talk", Plans.InDays(3), "15:00", sight: "Participants only");
        await Plans.DraftAsync(anna, "Another", Plans.InDays(2), "15:30", people: "Boris");
        Plans.Has(anna, "Taken at this time", "Boris: Open talk");
        await Plans.DraftAsync(anna, "Another", Plans.InDays(3), "15:30", people: "Boris");
        Plans.Has(anna, "Taken at this time", "Boris: busy");
        Plans.HasNot(anna, "Secret");
        await Plans.DraftAsync(anna, "Another", Plans.InDays(3), "16:00", people: "Boris");
        Plans.HasNot(anna, "Taken at this time");
    }

    [Fact]
    public async Task Deleting_a_series_confirms()
    {
        var firm = await planner.FoundAsync("Series");
        await Plans.CreateAsync(firm.Owner, "Morning talk", Plans.InDays(1), "09:30", repeat: "Every day");
        await firm.Owner.PressAsync("🗑 Cancel event");
        Plans.Has(firm.Owner, "“Morning talk” repeats");
        await firm.Owner.PressAsync("This one only");
        await Plans.OpenDayAsync(firm.Owner, 1);
        Plans.HasNot(firm.Owner, "Morning talk");
        await firm.Owner.PressAsync("›");
        await firm.Owner.PressAsync("Morning talk");
        await firm.Owner.PressAsync("🗑 Cancel event");
        await firm.Owner.PressAsync("All of them");
        Assert.Equal(0, await planner.Host.QueryAsync<long>("select count(*) from planner.occurrences where company_id = $1", firm.Id));
        Assert.Equal(0, await planner.Host.QueryAsync<long>("select count(*) from core.jobs where company_id = $1 and module = 'planner' and name = 'remind'", firm.Id));
    }

    [Fact]
    public async Task Of_a_series_this_one_this_and_following_or_all_can_be_moved()
    {
        var firm = await planner.FoundAsync("Moves");
        var anna = firm.Owner;
        await Plans.CreateAsync(anna, "Stand-up", Plans.InDays(1), "09:00", repeat: "Every day");
        await Plans.OpenDayAsync(anna, 3);
        await anna.PressAsync("Stand-up");
        await Plans.MoveAsync(anna, Plans.InDays(3), "12:00", "This one only");
        Plans.Has(anna, "12:00–13:00");
        await Plans.OpenDayAsync(anna, 5);
        await anna.PressAsync("Stand-up");
        await Plans.MoveAsync(anna, Plans.InDays(5), "10:00", "This and following");
        Plans.Has(anna, "10:00–11:00");
        Assert.Equal("09:00 09:00 12:00 09:00 10:00 10:00", await StartsAsync(firm, 6));

        await Plans.OpenDayAsync(anna, 1);
        await anna.PressAsync("Stand-up");
        await Plans.MoveAsync(anna, Plans.InDays(1), "08:00", "All of them");
        Assert.Equal("08:00 08:00 11:00 08:00 10:00 10:00", await StartsAsync(firm, 6));
    }

    [Fact]
    public async Task Participant_from_another_company_is_impossible()
    {
        var (firm, other) = (await planner.FoundAsync("Ours"), await planner.FoundAsync("Theirs"));
        await other.HireAsync("Stranger");
        await Plans.StepsAsync(firm.Owner, "Talk", Plans.InDays(1), "15:00");
        await firm.Owner.SayAsync("Stranger");
        Plans.Has(firm.Owner, "Nothing found");
        Assert.False(firm.Owner.Screen.HasButton("Stranger"));
        await Plans.QuickAsync(firm.Owner, "tomorrow 3pm talk with Stranger");
        Plans.Has(firm.Owner, "“Stranger”: there is no such person in the company");
        Assert.False(firm.Owner.Screen.HasButton("➕ Stranger"));
    }

    [Fact]
    public async Task A_participant_from_another_company_by_a_forged_id_is_refused_and_reveals_nothing()
    {
        var (firm, other) = (await planner.FoundAsync("Forgers"), await planner.FoundAsync("Forged"));
        var (boris, stranger) = (await firm.HireAsync("Boris"), await other.HireAsync("Stranger"));
        var (own, foreign) = (await IdOfAsync(boris), await IdOfAsync(stranger));

        // Where people are chosen.
        await Plans.StepsAsync(firm.Owner, "Talk", Plans.InDays(1), "15:00");
        await firm.Owner.PressDataAsync(Forge(firm.Owner.Screen.Button("Boris").Data!, own, foreign));
        Plans.HasNot(firm.Owner, "Stranger");
        await firm.Owner.PressAsync("✅ Done");
        Plans.HasNot(firm.Owner, "Stranger", "👥 ,");

        // Where somebody named in a line is offered.
        await Plans.QuickAsync(firm.Owner, "tomorrow 3pm talk with Boris");
        await firm.Owner.PressDataAsync(Forge(firm.Owner.Screen.Button("➕ Boris").Data!, own, foreign));
        Plans.HasNot(firm.Owner, "Stranger");
        await firm.Owner.SayAsync("/today");

        // Where an event that stands is changed.
        await Plans.CreateAsync(firm.Owner, "Stands", Plans.InDays(1), "17:00");
        await firm.Owner.PressAsync("✏️ Edit");
        await firm.Owner.PressAsync("👥 People");
        await firm.Owner.PressDataAsync(Forge(firm.Owner.Screen.Button("Boris").Data!, own, foreign));
        await firm.Owner.PressAsync("✅ Done");
        Plans.HasNot(firm.Owner, "Stranger");
        Assert.Equal(0, await planner.Host.QueryAsync<long>("select count(*) from planner.participants where target_id = $1", foreign));
        Assert.Equal(0, await planner.TimesToldAsync(stranger, "Invitation"));
    }

    [Fact]
    public async Task Organiser_dismissed_the_unit_head_becomes_organiser()
    {
        var firm = await planner.FoundAsync("Handing over");
        var (egor, maria, vera) = (await firm.HireAsync("Egor", 19), await firm.HireAsync("Maria", 6), await firm.HireAsync("Vera"));
        await Plans.CreateAsync(maria, "Sales talk", Plans.InDays(2), "15:00", people: "Vera");
        await Plans.CreateAsync(maria, "Dentist", Plans.InDays(2), "17:00", sight: "Participants only");
        await firm.Owner.SayAsync("/people");
        await firm.Owner.PressAsync("Maria");
        await firm.Owner.PressAsync("Dismiss");
        await firm.Owner.PressAsync("Dismiss");
        await planner.ToldAsync(egor, "You now organise 1 event", "Sales talk");
        await Plans.OpenDayAsync(egor, 2);
        await egor.PressAsync("Sales talk");
        Plans.Has(egor, "⭐️ Egor", "▫️ Vera");
        Plans.HasNot(egor, "Maria");
        Assert.Equal(1, await planner.Host.QueryAsync<long>("select count(*) from planner.events where company_id = $1 and title = 'Dentist' and cancelled_at is not null", firm.Id));
        Assert.Equal(0, await planner.TimesToldAsync(vera, "Cancelled"));
    }

    [Fact]
    public async Task User_changing_zone_sees_correct_local_times()
    {
        var firm = await planner.FoundAsync("Zones");
        await Plans.CreateAsync(firm.Owner, "Call", Plans.InDays(2), "15:00");
        await planner.Host.ExecuteAsync("update core.users set time_zone = 'Asia/Vladivostok' where telegram_id = $1", firm.Owner.Id);
        await firm.Owner.SayAsync("/today");
        await firm.Owner.PressAsync("Upcoming");
        Plans.Has(firm.Owner, "22:00–23:00 👥 Call");
    }

    [Theory]
    [InlineData("Personal", "Mine", false)]
    [InlineData("Unit", "Division 2", true)]
    [InlineData("Company", "The whole company", true)]
    public async Task An_event_is_seen_by_those_who_see_its_calendar(string name, string calendar, bool isSeen)
    {
        var firm = await planner.FoundAsync(name);
        var maria = await firm.HireAsync("Maria", 6);
        await Plans.CreateAsync(firm.Owner, "Meeting of " + name, Plans.InDays(1), "11:00", calendar: calendar);
        await Plans.OpenDayAsync(maria, 1);
        Assert.Equal(isSeen, maria.Screen.Text.Contains("Meeting of " + name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_did_not_make_an_event_does_not_change_it()
    {
        var firm = await planner.FoundAsync("Rights");
        var boris = await firm.HireAsync("Boris");
        await Plans.CreateAsync(firm.Owner, "Talk", Plans.InDays(1), "11:00", people: "Boris");
        var cancel = firm.Owner.Screen.Button("🗑 Cancel event").Data!;
        await Plans.OpenDayAsync(boris, 1);
        await boris.PressAsync("Talk");
        Assert.False(boris.Screen.HasButton("📅 Move"));
        await boris.PressDataAsync(cancel);
        Plans.HasNot(boris, "Cancel “Talk”?");
    }

    private async Task<string> StartsAsync(TestCompany firm, int most) => string.Join(' ', await planner.Host.ListAsync<string>(
        "select to_char(local_start, 'HH24:MI') from planner.occurrences where company_id = $1 order by starts_at limit $2", firm.Id, most));

    private async Task<Guid> IdOfAsync(ChatUser user) => await planner.Host.QueryAsync<Guid>("select id from core.users where telegram_id = $1", user.Id);

    /// <summary>Puts another id in the place of one, however the button writes it.</summary>
    private static string Forge(string data, Guid own, Guid foreign)
    {
        var forged = Forms(own).Zip(Forms(foreign)).Aggregate(data, (text, form) => text.Replace(form.First, form.Second, StringComparison.Ordinal));
        Assert.NotEqual(data, forged);
        return forged;
    }

    private static string[] Forms(Guid id) =>
    [
        id.ToString(), id.ToString("N"), Convert.ToBase64String(id.ToByteArray())[..22], Convert.ToBase64String(id.ToByteArray(bigEndian: true))[..22],
        Convert.ToBase64String(id.ToByteArray())[..22].Replace('+', '-').Replace('/', '_'),
        Convert.ToBase64String(id.ToByteArray(bigEndian: true))[..22].Replace('+', '-').Replace('/', '_'),
    ];
}
