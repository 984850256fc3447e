namespace DrAivBot.Analysis.Scoring;

/// <summary>
/// A fraction, so that means of thirds stay exact: a mean that is 55 has the zone of 55, not that of 54.99…
/// </summary>
internal readonly record struct Ratio
{
    private readonly long _over;
    private readonly long _under;

    public Ratio(long over, long under)
    {
        var common = Gcd(Math.Abs(over), under);
        (_over, _under) = (over / common, under / common);
    }

    public decimal Value => (decimal)_over / _under;

    /// <summary>Null for nothing to take the mean of.</summary>
    public static Ratio? Mean(IReadOnlyList<Ratio> all)
    {
        if (all.Count == 0)
        {
            return null;
        }

        var sum = all.Aggregate(new Ratio(0, 1), (left, right) => new((left._over * right._under) + (right._over * left._under), left._under * right._under));
        return new(sum._over, sum._under * all.Count);
    }

    private static long Gcd(long left, long right)
    {
        while (left != 0)
        {
            (left, right) = (right % left, left);
        }

        return right;
    }
}
