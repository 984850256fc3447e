namespace DrAivBot.Wishes;

public sealed record WishGranted
{
    public required Guid Id { get; init; }
}
