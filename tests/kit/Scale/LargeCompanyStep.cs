namespace DrAivBot.Testing.Scale;

/// <summary>Something done in a large company.</summary>
/// <param name="What">Its name in a report.</param>
/// <param name="CountsCompany">Whether it has to look at all of the company: it counts posts, or searches people.</param>
/// <param name="DoAsync">Does it.</param>
internal sealed record LargeCompanyStep(string What, bool CountsCompany, Func<Task> DoAsync);
