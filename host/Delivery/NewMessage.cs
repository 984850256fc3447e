namespace DrAivBot.Host.Delivery;

/// <summary>A message to be put into the outbox.</summary>
internal readonly record struct NewMessage(long ChatId, Outgoing Content, MessageClass Class = MessageClass.Answer);
