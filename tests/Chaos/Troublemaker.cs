namespace DrAivBot.Chaos;

/// <summary>Kills hosts and stops the database at the moments of the plan.</summary>
internal sealed class Troublemaker(Plan plan, Fleet fleet, DatabaseServer database, Func<double> progress, int seed)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(10);

    private readonly Random _random = new(seed);

    public int Kills { get; private set; }

    public List<TimeSpan> DatabaseAbsences { get; } = [];

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(KillAsync(cancellationToken), StopDatabaseAsync(cancellationToken));

    private async Task KillAsync(CancellationToken cancellationToken)
    {
        foreach (var moment in plan.Kills)
        {
            await WaitAsync(moment, cancellationToken);
            while (!Choose().Kill())
            {
                await Task.Delay(LookInterval, TimeProvider.System, cancellationToken);
            }

            Kills++;
        }
    }

    /// <summary>Mostly a host at work; one in ten times any, so that starts are interrupted too.</summary>
    private SupervisedHost Choose()
    {
        var ready = fleet.Hosts.Where(host => host.IsReady).ToList();
        var choice = ready.Count == 0 || _random.Next(10) == 0 ? fleet.Hosts : ready;
        return choice[_random.Next(choice.Count)];
    }

    private async Task StopDatabaseAsync(CancellationToken cancellationToken)
    {
        foreach (var moment in plan.DatabaseRestarts)
        {
            await WaitAsync(moment, cancellationToken);
            DatabaseAbsences.Add(await database.RestartAsync(cancellationToken));
        }
    }

    private async Task WaitAsync(double moment, CancellationToken cancellationToken)
    {
        do
        {
            await Task.Delay(LookInterval, TimeProvider.System, cancellationToken);
        }
        while (progress() < moment);
    }
}
