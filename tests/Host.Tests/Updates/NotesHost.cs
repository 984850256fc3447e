using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Updates;

/// <summary>A running host with the company's module and the notes, shared by the tests of a class.</summary>
public sealed class NotesHost(PostgresFixture postgres) : IAsyncLifetime
{
    public static IReadOnlyList<TestModule> Modules { get; } = [TestModule.Company, TestModule.Plugin("Notes", "notes")];

    public TestHost Host { get; private set; } = null!;

    public ChatDriver Chat => Host.Chat;

    internal ShiftedTime Time { get; } = new();

    public async ValueTask InitializeAsync() =>
        Host = await TestHost.StartAsync(postgres, new() { Modules = Modules, Time = Time }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>An owner whose company has the notes given, in front of the list of notes.</summary>
    public async Task<ChatUser> OwnerWithNotesAsync(string name, params string[] notes)
    {
        var owner = await Chat.NewOwnerAsync(name, "ru", "Компания " + name);
        await owner.SayAsync("/notes");
        foreach (var note in notes)
        {
            await owner.PressAsync("Новая");
            await owner.SayAsync(note);
        }

        return owner;
    }

    public async Task<IReadOnlyList<string>> NotesOfAsync(ChatUser owner) => await Host.ListAsync<string>(
        "select n.text from notes.notes n join core.members m using (company_id) join core.users u on u.id = m.user_id where u.telegram_id = $1 order by 1",
        owner.Id);
}

/// <summary>The machine's clock, ahead by as much as a test says; timers run as ever.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
