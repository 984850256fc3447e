namespace DrAivBot.TestPlugins.Live;

/// <summary>Runs by itself until the module ends.</summary>
public sealed class Ticker : IAsyncDisposable
{
    private readonly PeriodicTimer timer = new(TimeSpan.FromMilliseconds(5));
    private readonly LiveSettings settings;
    private readonly Task running;

    public Ticker(IModuleLife life, LiveSettings settings)
    {
        this.settings = settings;
        running = RunAsync(life.Stopping);
    }

    public long Count { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await running;
        timer.Dispose();
        if (settings.Then == "stuck")
        {
            await Task.Delay(Timeout.Infinite);
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                Count++;
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}

public static class Leaks
{
    public static void OnExit(object? sender, EventArgs e)
    {
    }
}
