namespace DrAivBot.Host.Updates;

/// <summary>
/// Lets the bot finish what is under way before anything else of the host stops, so that meanwhile the web server stands
/// and says 503 instead of refusing connections, and the sandbox in it takes the last messages.
/// </summary>
internal sealed class DrainFirst(BotService bot, IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lifetime.StopApplication();
        if (bot.ExecuteTask is { } running)
        {
            // What it ended with is reported where its end is looked at.
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
