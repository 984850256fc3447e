using System.Text.Json.Nodes;
using DrAivBot.Host.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class OrgBoardTests
{
    private static readonly OrgBoard Board = OrgBoard.Load();

    [Fact]
    public void The_board_has_seven_divisions_in_its_own_order_and_21_departments_by_number()
    {
        Assert.Equal([7, 1, 2, 3, 4, 5, 6], Board.Divisions.Select(division => division.Number));
        Assert.Equal(Enumerable.Range(1, 21), Board.Departments.Select(department => department.Number));
    }

    [Fact]
    public void Every_name_is_written_in_the_language_that_was_asked_for()
    {
        Assert.Equal("Отдел продаж", Board.Department(6).Name("ru"));
        Assert.Equal("Sales Department", Board.Department(6).Name("en"));
        Assert.All(Board.Departments, department => Assert.NotEqual(department.Name("ru"), department.Name("en")));
    }

    [Fact]
    public void A_statistic_of_which_less_is_better_says_so()
    {
        Assert.True(Board.Department(20).Statistic.In("ru").IsInverted);
        Assert.False(Board.Department(6).Statistic.In("ru").IsInverted);
    }

    [Fact]
    public async Task A_board_with_faults_is_refused_and_every_fault_is_named()
    {
        var board = await WholeAsync();
        board["divisions"]![1]!["departments"]![0]!["en"] = " ";
        board["divisions"]![2]!["departments"]!.AsArray().RemoveAt(2);
        board["divisions"]![3]!["statistic"]!["direction"] = "upside down";
        board["board_order"]![0] = 1;

        var error = Assert.Throws<InvalidOperationException>(() => OrgBoard.Parse(board.ToJsonString()));

        Assert.Contains("department 1 has an empty text", error.Message, StringComparison.Ordinal);
        Assert.Contains("division 2 must own the departments 4 to 6", error.Message, StringComparison.Ordinal);
        Assert.Contains("'upside down'", error.Message, StringComparison.Ordinal);
        Assert.Contains("board_order", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_that_lacks_a_property_is_refused_by_its_name()
    {
        var board = await WholeAsync();
        board["divisions"]![0]!.AsObject().Remove("purpose_en");

        var error = Assert.Throws<InvalidOperationException>(() => OrgBoard.Parse(board.ToJsonString()));

        Assert.Contains("purpose_en", error.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> WholeAsync()
    {
        await using var stream = typeof(OrgBoard).Assembly.GetManifestResourceStream("Organisation/orgboard.json")!;
        return (await JsonNode.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken))!;
    }
}
