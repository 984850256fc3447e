using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using Microsoft.Extensions.Logging;

namespace DrAivBot.TestPlugins.Good;

[Callback("greet")]
public readonly record struct Greet(int Times)
{
    public Hello ToHello() => new();
}

/// <summary>Takes every core service, so that the tests see each of them injected.</summary>
public sealed class Greeting(GoodSettings settings, ITurn turn, IOrganisation organisation, TimeProvider time, ILogger<Greeting> logger)
{
    public string Say(int times)
    {
        logger.LogInformation("Greeting at {Time} through {Organisation}", time.GetUtcNow(), organisation.GetType().Name);
        return $"{settings.Salutation} {turn.User.Name} {times}/{settings.Limit}";
    }
}

public sealed class GreetAction(Greeting greeting) : IAction<Greet>
{
    public Task<Reply> ActAsync(ITurn turn, Greet press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Stay.WithToast(greeting.Say(press.Times)));
}
