using System.Diagnostics.Metrics;
using DrAivBot.Host.Metrics;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DrAivBot.Host.Tests.Metrics;

public sealed class HostMetricsTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void No_call_in_the_path_of_an_update_allocates()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new HostMetrics(services.GetRequiredService<IMeterFactory>(), new RecentTurns(TimeProvider.System));
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) => listening.EnableMeasurementEvents(instrument),
        };
        var seen = 0L;
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => seen += value);
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => seen++);
        listener.Start();
        ReportOne(metrics);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            ReportOne(metrics);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(seen > 1000);
    }

    [Fact]
    public async Task The_database_time_of_a_flow_is_that_of_its_own_statements_wherever_they_are_sent()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        using var time = new DatabaseTime();
        await SleepAsync(source, 0.3);

        var sums = await Task.WhenAll(MeasureAsync(0.05), MeasureAsync(0.2));

        Assert.InRange(sums[0].TotalSeconds, 0.045, 0.19);
        Assert.InRange(sums[1].TotalSeconds, 0.195, 1);

        async Task<TimeSpan> MeasureAsync(double seconds)
        {
            var sum = time.Begin();
            await Task.Run(() => SleepAsync(source, seconds), Cancel);
            return sum.Elapsed;
        }
    }

    private static void ReportOne(HostMetrics metrics)
    {
        metrics.UpdatesTakenIn(1, 1);
        metrics.TurnEnded("company.welcome", TurnResult.Answered, Short, Short);
        metrics.TurnEnded(null, TurnResult.Ignored, Short, Short);
        metrics.Delivered(DeliveryOutcome.Delivered, 1);
        metrics.JobEnded("core", "digest", JobResult.Done, Short);
        metrics.AssistantAnswered("model", "analysis.report", AssistantResult.Answered, Short, 10, 20);
    }

    private static async Task SleepAsync(NpgsqlDataSource source, double seconds)
    {
        await using var command = source.CreateCommand("select pg_sleep($1)");
        command.Parameters.Add(new() { Value = seconds });
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
