using System.Text.Json;
using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Notifications;

/// <summary>Task progress of one module within one piece of work.</summary>
internal sealed class ModuleProgress(
    TurnDatabase database, DatabaseAccess access, LoadedModule module, Func<CompanyId?> company, DateTimeOffset now, MessageWriter writer, BotIdentity bot) : ITaskProgress
{
    private const string Begin = """
        with begun as (
            insert into core.progress (company_id, id, module, user_id, chat_id, payload, failure)
            select company_id, $2, $3, $4, $5, $6, $7 from core.companies
            returning company_id, id, chat_id, payload)
        insert into core.outbox (bot_id, chat_id, payload, class, company_id, receipt)
        select $1, chat_id, payload, 3, company_id, id from begun
        """;

    private const string Find = """
        select p.user_id, p.chat_id, coalesce(u.language, u.language_code), p.message_id, coalesce(u.time_zone, c.time_zone)
        from core.progress p join core.users u on u.id = p.user_id join core.companies c on c.company_id = p.company_id
        where p.id = $1 and p.module = $2 and p.ended_at is null
        """;

    private const string Report = "update core.progress set payload = $2, has_changed = true where id = $1 and ended_at is null";

    private const string End = """
        with ended as (
            update core.progress set ended_at = core.clock(), has_changed = false where id = $2 and ended_at is null returning company_id, chat_id)
        insert into core.outbox (bot_id, chat_id, payload, company_id)
        select $1, e.chat_id, part.payload, e.company_id
        from ended e cross join lateral unnest($3::text[]) with ordinality as part (payload, place)
        order by part.place
        """;

    /// <summary>Says, once the work has committed, that these chats have a message.</summary>
    public required Action<IReadOnlyList<long>> Signal { get; init; }

    public async Task<TaskProgressId> BeginAsync(UserId user, Func<IText, Markup> text, CancellationToken cancellationToken)
    {
        var here = company() ?? throw new InvalidOperationException("Task progress needs a company, and this work has none.");
        var id = Guid.CreateVersion7(now);
        if (await AddresseeTable.FindAsync(database, Recipient.User(user), cancellationToken) is [var person])
        {
            await database.CreateHostBatch()
                .Add(
                    Begin,
                    Sql.Value(bot.Id),
                    Sql.Value(id),
                    Sql.Value(module.Manifest.Id),
                    Sql.Value(person.UserId),
                    Sql.Value(person.ChatId),
                    Sql.Value(First(writer.Write(module, here, person, text, button: null))),
                    Sql.Value(First(writer.Write(module, here, person, words => words.GetMarkup("core.progress.failed"), button: null))))
                .ExecuteAsync(cancellationToken);
            Signal([person.ChatId]);
        }

        return new(id);
    }

    /// <summary>In a transaction of its own: the work may go on for long before it commits.</summary>
    public async Task ReportAsync(TaskProgressId progress, Func<IText, Markup> text, CancellationToken cancellationToken)
    {
        if (company() is not { } here)
        {
            return;
        }

        await using var apart = await TurnDatabase.OpenAsync(access, cancellationToken);
        await apart.UseCompanyAsync(here, cancellationToken);
        if (await FindAsync(apart, progress, cancellationToken) is var (person, _))
        {
            await apart.CreateHostBatch()
                .Add(Report, Sql.Value(progress.Value), Sql.Value(First(writer.Write(module, here, person, text, button: null))))
                .ExecuteAndCommitAsync(cancellationToken);
        }
    }

    public async Task FinishAsync(TaskProgressId progress, Func<IText, Markup> text, NotificationButton? button, CancellationToken cancellationToken)
    {
        if (company() is not { } here || await FindAsync(database, progress, cancellationToken) is not var (person, messageId))
        {
            return;
        }

        var result = writer.Write(module, here, person, text, button);
        result = result with { Screen = result.Screen! with { EditMessageId = messageId } };
        await database.CreateHostBatch()
            .Add(End, Sql.Value(bot.Id), Sql.Value(progress.Value), Sql.Values(MessageWriter.Serialise(result)))
            .ExecuteAsync(cancellationToken);
        Signal([person.ChatId]);
    }

    private async Task<(Addressee Person, int? MessageId)?> FindAsync(TurnDatabase where, TaskProgressId progress, CancellationToken cancellationToken)
    {
        await using var reader = await where.CreateHostBatch().Add(Find, Sql.Value(progress.Value), Sql.Value(module.Manifest.Id)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (new() { UserId = reader.GetGuid(0), ChatId = reader.GetInt64(1), Language = Sql.TextOrNull(reader, 2), TimeZone = Sql.TextOrNull(reader, 4) }, Sql.NumberOrNull(reader, 3))
            : null;
    }

    /// <summary>Progress is one message; only the result may be more.</summary>
    private static string First(Outgoing message) => JsonSerializer.Serialize(
        message with { Screen = message.Screen! with { Html = HtmlSplit.Split(message.Screen.Html, HtmlSplit.MaxText)[0] } }, OutgoingJson.Plain.Outgoing);
}
