namespace DrAivBot.Host.Tests.Updates;

public sealed class OrderTests(NotesHost notes) : IClassFixture<NotesHost>
{
    [Fact]
    public async Task Fifty_people_with_twenty_acts_each_at_once_are_answered_each_in_their_order()
    {
        notes.Chat.Deadline = TimeSpan.FromSeconds(90);
        string[] acts = [.. Enumerable.Range(0, 5).SelectMany(_ => new[] { "/newcompany", "Ромашка", "Омск", "KZT" })];
        string[] answers = [.. Enumerable.Range(0, 5).SelectMany(_ => new[] { "Шаг 1 из 3", "Шаг 2 из 3", "Шаг 3 из 3", "Всё верно?" })];
        var people = await Task.WhenAll(Enumerable.Range(1, 50).Select(number => notes.Chat.NewUserAsync($"Человек {number}", "ru")));

        await Task.WhenAll(people.Select(person => person.SayManyAsync(acts)));

        Assert.All(people, person => Assert.Equal(
            answers, person.Messages.Where(message => message.FromBot).Select(message => message.Text.Split('\n')[0])));
    }
}
