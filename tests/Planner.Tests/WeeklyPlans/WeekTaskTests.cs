using CsCheck;
using DrAivBot.Planner.WeeklyPlans;

namespace DrAivBot.Planner.Tests.WeeklyPlans;

public sealed class WeekTaskTests
{
    private static readonly Gen<TaskMark?[]> Marks =
        Gen.Int[-1, 2].Select(mark => mark < 0 ? null : (TaskMark?)mark).Array[1, WeekPlan.MostTasks];

    [Fact]
    public void The_result_is_the_share_done_with_a_half_for_part_rounded_down() => Marks.Sample(marks =>
    {
        var share = marks.Sum(mark => mark switch { TaskMark.Done => 1m, TaskMark.Part => 0.5m, _ => 0m }) / marks.Length;
        Assert.Equal((int)Math.Floor(share * 100), WeekTask.PercentOf(marks));
    });

    [Fact]
    public void A_better_mark_never_makes_the_result_worse() => Gen.Select(Marks, Gen.Int[0, WeekPlan.MostTasks - 1]).Sample((marks, place) =>
    {
        TaskMark?[] better = [.. marks];
        better[place % marks.Length] = TaskMark.Done;
        Assert.True(WeekTask.PercentOf(better) >= WeekTask.PercentOf(marks));
    });

    [Theory]
    [InlineData("", 0)]
    [InlineData("D", 100)]
    [InlineData("DDN", 66)]
    [InlineData("P", 50)]
    [InlineData("PNN", 16)]
    [InlineData("DPND", 62)]
    [InlineData("D?", 50)]
    public void Results_of_some_weeks(string marks, int percent) => Assert.Equal(percent, WeekTask.PercentOf(
    [
        .. marks.Select(mark => mark switch { 'D' => TaskMark.Done, 'P' => TaskMark.Part, 'N' => (TaskMark?)TaskMark.No, _ => null }),
    ]));
}
