using DrAivBot.Host.Lanes;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// Sends what turns committed to the outbox: a chat's messages one after another, chats side by side. A message is
/// claimed, sent and only then deleted, so that a crash in between sends it again rather than never.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxPump pump, OutboxWatch watch, TokenGate gate, DeliveryDesk desk, MessageDelivery delivery, ILogger<OutboxDispatcher> logger)
{
    private CancellationToken _stopping;
    private CancellationToken _abort;

    /// <summary>Chats with a message in hand.</summary>
    public int InHand => desk.Count;

    /// <summary>Says that a chat has a message to send.</summary>
    public void Signal(long chatId) => desk.Want(chatId);

    /// <summary>Sends what a turn has just committed, without reading it back. Before it runs, and after it has ended, the claims die by themselves.</summary>
    public void Accept(OutboxInsert inserted)
    {
        foreach (var work in desk.Take(inserted.Claimed, mayHaveMore: false))
        {
            Begin(work);
        }

        foreach (var chat in inserted.Others)
        {
            desk.Want(chat);
        }
    }

    /// <summary>Sends until told to stop.</summary>
    /// <param name="stopping">Begin no more messages.</param>
    /// <param name="abort">Give up the calls under way; their messages are sent again.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        (_stopping, _abort) = (stopping, abort);
        using var finished = new CancellationTokenSource();
        var renewing = watch.RenewAsync(finished.Token);
        await Together.RunAsync(pump.RunAsync(Begin, stopping, abort), watch.PollAsync(stopping), gate.RunAsync(stopping));
        await finished.CancelAsync();
        await renewing;
    }

    /// <summary>Whoever hands over a message goes on at once.</summary>
    private void Begin(ChatWork work) => ThreadPool.UnsafeQueueUserWorkItem(
        static state => _ = state.Dispatcher.SendAsync(state.Work), (Dispatcher: this, Work: work), preferLocal: false);

    private async Task SendAsync(ChatWork work)
    {
        var message = work.Current;
        Delivered delivered;
        try
        {
            delivered = await delivery.DeliverAsync(work, message, _stopping, _abort);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            delivered = new(message, DeliveryResult.Again);
        }
#pragma warning disable CA1031 // The boundary of delivery: one message that cannot be sent must not stop the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(failure);
            delivered = new(message, DeliveryResult.Again) { Delay = MessageDelivery.DelayAfter(message.Attempts) };
        }

        desk.Note(delivered);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be delivered; it stays in the outbox and is tried again")]
    private partial void LogFailure(Exception failure);
}
