namespace DrAivBot;

#pragma warning disable CA1040, MA0048
public interface IBotModule
{
    ModuleManifest Manifest { get; }

    void Register(IModuleBuilder module);
}

public interface IModuleBuilder
{
    IModuleBuilder AddTexts(string folder = "Texts");

    /// <summary>Not in the host's contracts.</summary>
    IModuleBuilder AddJob<TJob>(string id)
        where TJob : class, IJob;
}

/// <summary>Not in the host's contracts.</summary>
public interface IJob
{
    void Run();
}

public sealed record ModuleManifest
{
    public required string Id { get; init; }

    public required Version Version { get; init; }

    public IReadOnlyList<string> Requires { get; init; } = [];
}
