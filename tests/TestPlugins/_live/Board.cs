using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Live;

[Callback("open")]
public readonly record struct Open;

[Callback("board")]
public readonly record struct Board(string? Text = null);

[Callback("tick")]
public readonly record struct Tick(string Text);

[Callback("ask")]
public readonly record struct Ask;

[Callback("old")]
public readonly record struct Old;

[Callback("lost")]
public readonly record struct Lost;

/// <summary>Makes a guest a company of their own.</summary>
public sealed class OpenScreen(IOrganisation organisation) : IScreen<Open>
{
    public async Task<Reply> ShowAsync(ITurn turn, Open place, CancellationToken cancellationToken)
    {
        if (turn.Member is null)
        {
            await organisation.RegisterCompanyAsync(new NewCompany { Name = turn.User.Name, TimeZone = "Europe/Moscow", Currency = "RUB" }, cancellationToken);
        }

        return Reply.GoTo(new Board());
    }
}

/// <summary>Writes the text of its place down, if it has one: an update with an effect that can be counted.</summary>
public sealed class BoardScreen(Ticker ticker, TicksTable table, LiveSettings settings) : IScreen<Board>
{
    public async Task<Reply> ShowAsync(ITurn turn, Board place, CancellationToken cancellationToken)
    {
        if (place.Text is { } text)
        {
            await table.AddAsync(text, cancellationToken);
        }

        await Task.Yield();
        var screen = new Screen { Body = Markup.Plain($"{settings.Word} {LiveModule.Number}{(ticker.Count < 0 ? "!" : "")}") }
            .WithRow(Button.To(turn.Text.Get("live.again"), new Tick("press")), Button.To(turn.Text.Get("live.ask"), new Ask()));
#if !NEXT
        screen = screen.WithRow(Button.To(turn.Text.Get("live.old"), new Old()));
#endif
        return Reply.Show(screen);
    }
}

public sealed class TickAction(TicksTable table, IJobs jobs, IEvents events) : IAction<Tick>
{
    public async Task<Reply> ActAsync(ITurn turn, Tick press, CancellationToken cancellationToken)
    {
        await table.AddAsync(press.Text, cancellationToken);
        await jobs.ScheduleAsync(new Later { Text = "later" }, new(), cancellationToken);
        await events.PublishAsync(new Ticked { Text = "event" }, null, cancellationToken);
        return Reply.Stay.WithToast($"Ticked {LiveModule.Number}");
    }
}

public sealed class OldAction : IAction<Old>
{
    public Task<Reply> ActAsync(ITurn turn, Old press, CancellationToken cancellationToken) => Task.FromResult(Reply.Stay.WithToast("Old"));
}

public sealed class WriteLater(TicksTable table) : IJob<Later>
{
    public async Task<JobResult> RunAsync(JobRun run, Later payload, CancellationToken cancellationToken)
    {
        await table.AddAsync(payload.Text, cancellationToken);
        return JobResult.Done;
    }
}

public sealed class WriteLong : ILongJob<Longer>
{
    public async Task<JobResult> RunAsync(JobRun run, Longer payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        await transactions.RunAsync<TicksTable, bool>(
            async (table, token) =>
            {
                await table.AddAsync(payload.Text + " begun", token);
                return true;
            },
            cancellationToken);
#if !NEXT
        await Task.Delay(payload.Milliseconds, cancellationToken);
#endif

        return await transactions.FinishAsync<TicksTable>(
            async (table, token) =>
            {
                await table.AddAsync(payload.Text + " done", token);
                return JobResult.Done;
            },
            cancellationToken);
    }
}

public sealed class OnTicked(TicksTable table) : IEventHandler<Ticked>
{
    public async Task<JobResult> HandleAsync(EventDelivery delivery, Ticked message, CancellationToken cancellationToken)
    {
        await table.AddAsync(message.Text, cancellationToken);
        return JobResult.Done;
    }
}
