namespace DrAivBot.Testing;

/// <summary>Something about a module that <see cref="ModuleConformance"/> does not accept.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Where">The file, route, table or the way to the screen.</param>
/// <param name="Cure">What to do about it.</param>
public sealed record ConformanceFinding(string What, string Where, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() => $"{What}\n    where: {Where}\n    cure:  {Cure}";
}
