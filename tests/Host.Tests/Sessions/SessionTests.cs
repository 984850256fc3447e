using DrAivBot.Host.Sessions;

namespace DrAivBot.Host.Tests.Sessions;

public sealed class SessionTests
{
    private static readonly StoredPlace Structure = new("strc", "");
    private static readonly StoredPlace Division = new("divi", "e");
    private static readonly StoredPlace Department = new("dept", "g");

    [Fact]
    public void Back_leads_through_the_places_left_and_at_last_to_the_menu()
    {
        var session = Walk(Structure, Division, Department);

        session.MoveBack();
        Assert.Equal(Division, session.Data.Place);
        session.MoveBack();
        Assert.Equal(Structure, session.Data.Place);
        session.MoveBack();
        Assert.Null(session.Data.Place);
        session.MoveBack();
        Assert.Null(session.Data.Place);
    }

    [Fact]
    public void A_place_come_back_to_by_a_button_shortens_the_way_back()
    {
        var session = Walk(Structure, Division, Department, Structure);

        Assert.Empty(session.Data.History);
    }

    [Fact]
    public void Turning_pages_does_not_lengthen_the_way_back()
    {
        var session = Walk(Structure, Division);
        session.MoveTo(new("divi", "k"), isSamePlace: true);

        Assert.Equal([Structure], session.Data.History);
    }

    [Fact]
    public void Back_from_a_screen_an_act_showed_leads_to_the_place_below()
    {
        var session = Walk(Structure, Division);
        session.Data.IsOverlaid = true;

        session.MoveBack();

        Assert.Equal(Division, session.Data.Place);
    }

    [Fact]
    public void The_way_back_is_bounded()
    {
        var session = Walk([.. Enumerable.Range(0, 100).Select(number => new StoredPlace("post", $"{number}"))]);

        Assert.Equal(20, session.Data.History.Count);
        Assert.Equal("98", session.Data.History[^1].Fields);
    }

    [Fact]
    public void A_session_survives_being_stored()
    {
        var session = Walk(Structure, Division);
        session.Data.Dialog = new() { Module = "company", Id = "register", Step = "name", State = "{}" };
        session.Data.Slots["company.filter"] = "{}";
        var number = session.NextScreen(DateTimeOffset.UnixEpoch);

        var read = Session.Read(session.Write());

        Assert.Equal((number, Division, "name"), (read.Data.ScreenNumber, read.Data.Place, read.Data.Dialog?.Step));
        Assert.Equal([Structure], read.Data.History);
        Assert.Contains("company.filter", read.Data.Slots.Keys);
    }

    [Fact]
    public void A_session_that_cannot_be_read_begins_anew() => Assert.Null(Session.Read("{broken").Data.Place);

    private static Session Walk(params StoredPlace[] places)
    {
        var session = Session.Begin();
        foreach (var place in places)
        {
            session.MoveTo(place, isSamePlace: false);
        }

        return session;
    }
}
