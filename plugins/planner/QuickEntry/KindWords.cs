using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.QuickEntry;

/// <summary>What kind of event a line names. Orders such as «напомни» are no part of a title; all other words are.</summary>
internal static class KindWords
{
    private static readonly (EventKind Kind, string[] Stems)[] Kinds =
    [
        (EventKind.Absence, ["отпуск", "отгул", "больничн", "командировк", "vacation", "holiday", "leave"]),
        (EventKind.Deadline, ["дедлайн", "сдать", "deadline", "due"]),
        (EventKind.Reminder, ["напоминани", "reminder"]),
        (EventKind.Task, ["задач", "задани", "сделать", "подготовить", "todo", "task"]),
    ];

    private static readonly string[][] Orders =
    [
        ["напомни", "мне", "про"], ["напомни", "мне"], ["напомнить", "про"], ["напомнить"], ["напомни"], ["remind", "me", "to"], ["remind", "me", "about"], ["remind", "me"],
    ];

    public static EventKind Find(Line line)
    {
        if (Array.Exists(Orders, order => line.TakePhrase(order)))
        {
            return EventKind.Reminder;
        }

        var found = Array.Find(Kinds, kind => Enumerable.Range(0, line.Count).Any(index => Array.Exists(kind.Stems, stem => IsForm(line[index], stem))));
        return found.Stems is null ? EventKind.Meeting : found.Kind;
    }

    /// <summary>«отпуска» of «отпуск», but not «отпускать»: an ending has at most two letters.</summary>
    private static bool IsForm(string word, string stem) =>
        word.StartsWith(stem, StringComparison.Ordinal) && word.Length <= stem.Length + 2;
}
