using System.Threading.Channels;
using DrAivBot.Host.Configuration;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// Takes what the operator should hear at once: same news once in ten minutes, twenty in an hour. Never waits and never
/// fails; without a chat for alerts they only stand in the log, where whoever raises one has written it.
/// </summary>
internal sealed class OperatorAlerts(TelegramSettings settings, TimeProvider time)
{
    private const int MostInHour = 20;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _raised = [];
    private readonly Channel<OperatorAlert> _alerts = Channel.CreateBounded<OperatorAlert>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Alerts on their way to the chat.</summary>
    public ChannelReader<OperatorAlert> Reader => _alerts.Reader;

    /// <summary>Tells the operator.</summary>
    /// <param name="key">Key of the text, <c>core.alert.…</c>.</param>
    /// <param name="values">Values of its placeholders; nothing personal, as in the log.</param>
    public void Raise(string key, params (string Name, object? Value)[] values)
    {
        if (settings.AlertChat is not null && IsNews(key + string.Concat(values.Select(value => $"|{value.Value}"))))
        {
            _alerts.Writer.TryWrite(new(key, values));
        }
    }

    private bool IsNews(string news)
    {
        lock (_gate)
        {
            foreach (var old in _raised.Where(raised => time.GetElapsedTime(raised.Value) >= TimeSpan.FromHours(1)).Select(raised => raised.Key).ToList())
            {
                _raised.Remove(old);
            }

            var isRepeated = _raised.TryGetValue(news, out var last) && time.GetElapsedTime(last) < Quiet;
            if (isRepeated || _raised.Count >= MostInHour)
            {
                return false;
            }

            _raised[news] = time.GetTimestamp();
            return true;
        }
    }
}

/// <summary>News for the operator: the key of a text and its values.</summary>
internal sealed record OperatorAlert(string Key, (string Name, object? Value)[] Values);
