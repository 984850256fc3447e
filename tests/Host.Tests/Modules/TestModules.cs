using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Gate;
using DrAivBot.Host.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace DrAivBot.Host.Tests.Modules;

/// <summary>Starts a catalogue over real module files, in a data folder of its own.</summary>
internal sealed class TestModules : IAsyncDisposable
{
    private readonly List<object> entries = [];

    public string Data { get; } = Directory.CreateTempSubdirectory("draivbot-modules-").FullName;

    public ModuleCatalogue Catalogue { get; private set; } = null!;

    /// <summary>How long calls under way may take when their module leaves.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(10);

    public List<MigrationTarget> Migrated { get; } = [];

    /// <summary>Replaces the migrations, which need a database.</summary>
    public Func<MigrationTarget, CancellationToken, Task> Migrate { get; set; } = (_, _) => Task.CompletedTask;

    public TrustedKeys Keys { get; init; } = TrustedKeys.None;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    public ModuleStatus this[string id] => Catalogue.Statuses.Single(status => status.Id == id);

    public static string FileOf(string folder) =>
        Path.Combine(Root(), "artifacts", "test-modules", folder, $"DrAivBot.TestPlugins.{folder}.dll");

    public TestModules With(string id, string folder, object? settings = null, bool enabled = true, string? sha256 = null) =>
        WithFile(id, FileOf(folder), settings, enabled, sha256);

    public TestModules WithFile(string id, string path, object? settings = null, bool enabled = true, string? sha256 = null)
    {
        entries.Add(sha256 is null
            ? new { id, path, enabled, settings = settings ?? new { } }
            : new { id, path, enabled, sha256, settings = settings ?? new { } });
        return this;
    }

    /// <summary>Forgets the entries, for a new list.</summary>
    public TestModules Anew()
    {
        entries.Clear();
        return this;
    }

    /// <summary>Changes what runs to the entries given since.</summary>
    public async Task<TestModules> ApplyAsync(params string[] again)
    {
        await Catalogue.ApplyAsync(File(), again, (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken);
        return this;
    }

    public TestModules WithUnsigned(string id, string path)
    {
        entries.Add(new { id, path, unsigned = true });
        return this;
    }

    public async Task<TestModules> LoadAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var file = File();
        var registrar = new ModuleRegistrar(new ModuleContainer(NullLoggerFactory.Instance, TimeProvider.System), TextCatalogue.LoadCore());
        Catalogue = new ModuleCatalogue(
            file,
            registrar.Register(new CoreRoutes(), ModuleNames.Core, ModuleSettings.None, "host", null),
            new ModuleGate(await HostContracts.ReadOwnAsync(token), Keys),
            new ModuleLoader(
                new ModuleStore(Data, TimeProvider.System),
                registrar,
                new TextOverrides(Data, NullLogger<TextOverrides>.Instance),
                DialogEngine.VerifyAll,
                TimeProvider.System)
            {
                Timeout = Timeout,
            },
            (target, cancellation) =>
            {
                Migrated.Add(target);
                return Migrate(target, cancellation);
            },
            TimeProvider.System,
            NullLogger<ModuleCatalogue>.Instance)
        {
            Retirement = new(NullLogger.Instance) { DrainTime = DrainTime },
        };
        await Catalogue.LoadAllAsync(token);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await Catalogue.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            System.IO.File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Data, recursive: true);
    }

    private PluginsFile File() => PluginsFile.Parse(Path.Combine(Data, "plugins.json"), JsonSerializer.Serialize(new { modules = entries }));

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "DrAivBot.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private sealed class CoreRoutes : IBotModule
    {
        public ModuleManifest Manifest { get; } = new() { Id = ModuleNames.Core, Version = new Version(1, 0) };

        public void Register(IModuleBuilder module)
        {
        }
    }
}
