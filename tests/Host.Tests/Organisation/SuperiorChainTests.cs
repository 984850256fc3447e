using CsCheck;
using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class SuperiorChainTests
{
    private static readonly UserId[] People = [.. Enumerable.Range(1, 6).Select(number => new UserId(new Guid(number, 0, 0, new byte[8])))];

    private static readonly UserId Ann = People[0];
    private static readonly UserId Bob = People[1];
    private static readonly UserId Cat = People[2];
    private static readonly UserId Dan = People[3];
    private static readonly UserId Eve = People[4];

    private static readonly Gen<UserId?> AnyoneOrNobody = Gen.Int[-2, People.Length - 1].Select(at => at < 0 ? (UserId?)null : People[at]);

    /// <summary>21 seeded posts, some heads of divisions, some specialists; holders, absences and deputies at random.</summary>
    private static readonly Gen<ChainPosition[]> Charts =
        from divisionHeads in Gen.Bool.Array[6]
        from specialists in Gen.Int[1, 21].Array[0, 6]
        from holders in AnyoneOrNobody.Array[40]
        from deputies in AnyoneOrNobody.Array[40]
        from owner in Gen.Int[0, People.Length - 1]
        select Build(divisionHeads, specialists, holders, deputies, People[owner]);

    [Fact]
    public void In_any_organisation_nobody_approves_their_own_document_and_nobody_is_asked_twice() =>
        Charts.Sample(chart => Assert.All(chart, start =>
        {
            var chain = SuperiorChain.Above(start, chart);

            Assert.DoesNotContain(chain, step => step.Position == start.Id);
            Assert.DoesNotContain(chain, step => step.Actor == start.Holder);
            Assert.Equal(chain.Count, chain.Select(step => step.Actor).Distinct().Count());
            Assert.Equal(chain.Count, chain.Select(step => step.Position).Distinct().Count());
        }));

    [Fact]
    public void In_any_organisation_every_step_is_held_and_acts_in_person_or_by_deputy() =>
        Charts.Sample(chart => Assert.All(chart, start => Assert.All(SuperiorChain.Above(start, chart), step =>
        {
            var position = chart.Single(position => position.Id == step.Position);
            Assert.NotNull(position.Holder);
            Assert.True(step.Actor == position.Deputy || step.Actor == position.Holder);
            Assert.True(step.Actor != position.Holder || position.Deputy is null || position.Deputy == start.Holder);
        })));

    [Fact]
    public void In_any_organisation_a_chain_climbs_and_ends_at_position_21_and_only_the_owner_has_none() =>
        Charts.Sample(chart => Assert.All(chart, start =>
        {
            var owner = chart.Single(position => position.Number == 21);
            var chain = SuperiorChain.Above(start, chart).Select(step => chart.Single(position => position.Id == step.Position)).ToArray();

            Assert.Equal(start.Number == 21 || start.Holder == owner.Holder, chain.Length == 0);
            Assert.True(chain.Length == 0 || chain[^1].Number == 21);
            Assert.Equal(chain.Select(Rank).Order(), chain.Select(Rank));
        }));

    [Fact]
    public void The_chain_is_department_head_then_division_head_then_position_19_then_position_21_and_ends_at_21()
    {
        var specialist = Post(30, PositionKind.Specialist, 4, Ann);
        ChainPosition[] chart = [specialist, Post(4, Bob), Head(40, 2, Cat), Post(19, Dan), Post(21, Eve)];

        Assert.Equal([4, 40, 19, 21], Numbers(specialist, chart));
    }

    [Fact]
    public void Steps_held_by_one_person_merge_into_the_highest()
    {
        var specialist = Post(30, PositionKind.Specialist, 4, Ann);
        ChainPosition[] chart = [specialist, Post(4, Bob), Head(40, 2, Cat), Post(19, Bob), Post(21, Dan)];

        Assert.Equal([40, 19, 21], Numbers(specialist, chart));
    }

    [Fact]
    public void A_step_is_skipped_that_is_the_position_itself_does_not_exist_is_vacant_or_is_held_by_the_same_person()
    {
        var (head, specialist) = (Post(4, Eve), Post(30, PositionKind.Specialist, 4, Ann));

        Assert.Equal([40, 19, 21], Numbers(head, [head, Head(40, 2, Cat), Post(19, Bob), Post(21, Dan)]));
        Assert.Equal([4, 19, 21], Numbers(specialist, [specialist, head, Post(19, Bob), Post(21, Dan)]));
        Assert.Equal([40, 21], Numbers(specialist, [specialist, Post(4, holder: null), Head(40, 2, Cat), Post(19, holder: null), Post(21, Dan)]));
        Assert.Equal([4, 19, 21], Numbers(specialist, [specialist, head, Head(40, 2, Ann), Post(19, Bob), Post(21, Dan)]));
    }

    [Fact]
    public void Position_20_reports_to_19_and_19_to_21_and_21_to_nobody()
    {
        ChainPosition[] chart = [Post(19, Ann), Post(20, Bob), Post(21, Cat)];

        Assert.Equal([19, 21], Numbers(chart[1], chart));
        Assert.Equal([21], Numbers(chart[0], chart));
        Assert.Empty(SuperiorChain.Above(chart[2], chart));
    }

    [Fact]
    public void Posts_of_department_21_go_straight_to_21()
    {
        var adviser = Post(31, PositionKind.Specialist, 21, Ann);
        ChainPosition[] chart = [adviser, Post(19, Bob), Post(21, Cat)];

        Assert.Equal([21], Numbers(adviser, chart));
    }

    [Fact]
    public void For_an_absent_holder_the_deputy_is_used_unless_that_is_the_same_person()
    {
        ChainPosition[] chart = [Post(5, Ann), Post(6, Dan), Post(19, Bob) with { Deputy = Ann }, Post(21, Cat)];

        Assert.Equal([Ann, Cat], SuperiorChain.Above(chart[1], chart).Select(step => step.Actor));
        Assert.Equal([Bob, Cat], SuperiorChain.Above(chart[0], chart).Select(step => step.Actor));
    }

    [Fact]
    public void A_vacant_post_still_has_superiors()
    {
        ChainPosition[] chart = [Post(5, holder: null), Post(19, Bob), Post(21, Cat)];

        Assert.Equal([19, 21], Numbers(chart[0], chart));
    }

    private static IEnumerable<int> Numbers(ChainPosition start, ChainPosition[] chart) =>
        SuperiorChain.Above(start, chart).Select(step => chart.Single(position => position.Id == step.Position).Number);

    private static int Rank(ChainPosition position) => position switch
    {
        { Number: 21 } => 3,
        { Number: 19 } => 2,
        { Kind: PositionKind.DivisionHead } => 1,
        _ => 0,
    };

    private static ChainPosition[] Build(bool[] divisionHeads, int[] specialists, UserId?[] holders, UserId?[] deputies, UserId owner)
    {
        IEnumerable<ChainPosition> posts =
        [
            .. Enumerable.Range(1, 21).Select(number => Post(number, holder: null)),
            .. Enumerable.Range(1, 6).Where(division => divisionHeads[division - 1]).Select(division => Head(21 + division, division, holder: null)),
            .. specialists.Select((department, at) => Post(50 + at, PositionKind.Specialist, department, holder: null)),
        ];
        return
        [
            .. posts.Select((post, at) =>
            {
                var holder = post.Number == 21 ? owner : holders[at];
                return post with { Holder = holder, Deputy = holder is null || deputies[at] == holder ? null : deputies[at] };
            }),
        ];
    }

    private static ChainPosition Post(int number, UserId? holder) => Post(number, PositionKind.DepartmentHead, number, holder);

    private static ChainPosition Post(int number, PositionKind kind, int department, UserId? holder) => new()
    {
        Id = new(new Guid(number, 1, 0, new byte[8])),
        Number = number,
        Kind = kind,
        DivisionNumber = department >= 19 ? 7 : (department + 2) / 3,
        DepartmentNumber = department,
        Holder = holder,
    };

    private static ChainPosition Head(int number, int division, UserId? holder) =>
        Post(number, PositionKind.DivisionHead, division * 3, holder) with { DepartmentNumber = null };
}
