using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.Views;

/// <summary>The last part of the keys of texts about how much of a series is meant.</summary>
internal static class ScopeText
{
    public static string KeyOf(EditScope scope) => scope switch
    {
        EditScope.One => "one",
        EditScope.Following => "following",
        _ => "all",
    };

    /// <summary>What does not recur is always meant as a whole.</summary>
    public static EditScope Read(string key) => key switch
    {
        "one" => EditScope.One,
        "following" => EditScope.Following,
        _ => EditScope.All,
    };
}
