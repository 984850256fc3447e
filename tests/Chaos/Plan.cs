namespace DrAivBot.Chaos;

/// <summary>Everything that a run will do, drawn from its seed before it begins.</summary>
internal sealed class Plan
{
    private const long FirstId = 700_000_000;

    private Plan(IReadOnlyList<PlannedUpdate> updates, IReadOnlyList<double> kills, IReadOnlyList<double> databaseRestarts)
    {
        (Updates, Kills, DatabaseRestarts) = (updates, kills, databaseRestarts);
        ByUser = [.. updates.GroupBy(update => update.User).OrderBy(user => user.Key).Select(user => user.ToList())];
    }

    /// <summary>All updates by id.</summary>
    public IReadOnlyList<PlannedUpdate> Updates { get; }

    /// <summary>Each person's updates in their order.</summary>
    public IReadOnlyList<IReadOnlyList<PlannedUpdate>> ByUser { get; }

    /// <summary>At which parts of the run, 0 to 1, a host is killed; ascending.</summary>
    public IReadOnlyList<double> Kills { get; }

    /// <summary>At which parts of the run the database is stopped; ascending.</summary>
    public IReadOnlyList<double> DatabaseRestarts { get; }

    public static Plan Draw(ChaosOptions options)
    {
        var random = new Random(options.Seed);
        var users = Enumerable.Range(0, options.Updates).Select(i => i % options.Users).ToArray();
        random.Shuffle(users);
        var poison = DrawPoison(options, users, random);
        var sequences = new int[options.Users];
        return new(
            [.. users.Select((user, index) => new PlannedUpdate(
                FirstId + index, user, sequences[user]++, poison.TryGetValue(index, out var kind) ? kind : null, DrawRepetition(random)))],
            DrawMoments(options.Kills, random),
            DrawMoments(options.DatabaseRestarts, random));
    }

    /// <summary>How many updates of a kind are poison: what costs the most time is the rarest.</summary>
    private static int CountOf(PoisonKind kind, int updates) => Math.Max(1, updates / kind switch
    {
        PoisonKind.Throw => 2_500,
        PoisonKind.Allocate => 10_000,
        _ => 20_000,
    });

    /// <summary>No person gets two, and none is a person's first update.</summary>
    private static Dictionary<int, PoisonKind> DrawPoison(ChaosOptions options, int[] users, Random random)
    {
        var firsts = new HashSet<int>();
        var candidates = Enumerable.Range(0, users.Length).Where(index => !firsts.Add(users[index]))
            .Where(index => index > users.Length / 20 && index < users.Length * 9 / 10).ToArray();
        random.Shuffle(candidates);
        var oneEach = new Queue<int>(candidates.DistinctBy(index => users[index]));
        return options.Poison.SelectMany(kind => Enumerable.Repeat(kind, CountOf(kind, options.Updates)))
            .TakeWhile(_ => oneEach.Count > 0)
            .ToDictionary(_ => oneEach.Dequeue());
    }

    private static Repetition DrawRepetition(Random random) =>
        random.NextDouble() < 0.1 ? (Repetition)random.Next(1, 4) : Repetition.Once;

    private static double[] DrawMoments(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => 0.02 + (random.NextDouble() * 0.93)).Order()];
}
