using System.Reflection;
using DrAivBot.Architecture.Tests.Seeded;
using DrAivBot.Host.Updates;

namespace DrAivBot.Architecture.Tests;

public sealed class TypeTests
{
    private static readonly Assembly[] Ours = [typeof(IBotModule).Assembly, typeof(TurnRunner).Assembly];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(TypeRules.FindVagueNames(Ours.SelectMany(assembly => assembly.GetTypes())));

    [Fact]
    public void Nothing_static_can_change() =>
        Assert.Empty(TypeRules.FindMutableStatics(Ours.SelectMany(assembly => assembly.GetTypes())));

    [Fact]
    public void No_method_has_more_than_60_lines() =>
        Assert.All(Ours.Select(assembly => assembly.Location).Concat(Repository.Modules()), file => Assert.Empty(TypeRules.FindLongMethods(file)));

    [Fact]
    public void A_name_that_says_nothing_is_found() => Assert.Single(TypeRules.FindVagueNames([typeof(UpdateManager)]));

    [Fact]
    public void A_static_field_that_can_change_is_found() => Assert.Single(TypeRules.FindMutableStatics([typeof(UpdateManager)]));

    [Fact]
    public void A_method_that_is_too_long_is_found() =>
        Assert.Contains(TypeRules.FindLongMethods(typeof(UpdateManager).Assembly.Location, most: 8), wrong => wrong.StartsWith("UpdateManager.Count", StringComparison.Ordinal));
}
