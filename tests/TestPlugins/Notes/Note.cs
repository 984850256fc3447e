namespace DrAivBot.TestPlugins.Notes;

public sealed record Note(Guid Id, string Text);
