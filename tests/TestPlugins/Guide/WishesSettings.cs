namespace DrAivBot.Wishes;

public sealed class WishesSettings
{
    /// <summary>Longest wish in characters; 300 unless plugins.json says otherwise.</summary>
    public int LongestWish { get; set; } = 300;
}
