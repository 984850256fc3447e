using System.Collections.Concurrent;
using System.Data.Common;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.ForgetsCompany;

/// <summary>Row level security stands, but a cache in a static field answers before the database is asked.</summary>
public sealed class ForgetsCompanyModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "forgets_company", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations().AddMenuItem(new() { TextKey = "forgets_company.menu", Place = new Secrets() });
        module.Routes.Screen<Secrets, SecretsScreen>();
        module.Routes.Screen<Secret, SecretsScreen>();
        module.Routes.Action<Write, SecretsScreen>();
    }
}

[Callback("secrets")]
public readonly record struct Secrets;

[Callback("secret")]
public readonly record struct Secret(Guid Id);

[Callback("write")]
public readonly record struct Write;

public sealed class SecretsScreen : IScreen<Secrets>, IScreen<Secret>, IAction<Write>
{
    private static readonly ConcurrentDictionary<Guid, string> Cache = new();

    public Task<Reply> ShowAsync(ITurn turn, Secrets place, CancellationToken cancellationToken) => Task.FromResult(Reply.Show(
        new Screen { Body = Markup.Plain("Secrets") }.WithRow(Button.To(turn.Text.Get("forgets_company.write"), new Write()))));

    public Task<Reply> ShowAsync(ITurn turn, Secret place, CancellationToken cancellationToken) => Task.FromResult(
        Cache.TryGetValue(place.Id, out var secret) ? Reply.Show(new Screen { Body = Markup.Plain(secret) }) : Reply.NotFound);

    public async Task<Reply> ActAsync(ITurn turn, Write press, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(turn.StartedAt);
        Cache[id] = $"The secret of {turn.User.Name}";
        var connection = await turn.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "insert into forgets_company.secrets (id, words) values (@id, @words)";
        Add(command, "id", id);
        Add(command, "words", Cache[id]);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return Reply.GoTo(new Secret(id));
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
