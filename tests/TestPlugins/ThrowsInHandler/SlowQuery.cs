using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.ThrowsInHandler;

[Callback("slow")]
public readonly record struct SlowQuery;

public sealed class SlowQueryAction : IAction<SlowQuery>
{
    public async Task<Reply> ActAsync(ITurn turn, SlowQuery press, CancellationToken cancellationToken)
    {
        await using var command = (await turn.GetConnectionAsync(cancellationToken)).CreateCommand();
        command.CommandText = "select pg_sleep(4)";
        command.CommandTimeout = 1;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return Reply.Stay;
    }
}
