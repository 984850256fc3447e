namespace DrAivBot.Testing.Conformance;

/// <summary>A press of a button by its label, or words typed.</summary>
/// <param name="Words">The label, or what is typed.</param>
/// <param name="IsTyped">Whether it is typed.</param>
internal sealed record CrawlStep(string Words, bool IsTyped)
{
    public override string ToString() => IsTyped ? $"type {Words}" : $"«{Words}»";
}
