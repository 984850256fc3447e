using System.Reflection;

namespace DrAivBot.Architecture.Tests;

/// <summary>Which folder of the host may use which. A folder that is not listed here has no place yet: give it one.</summary>
internal static class FolderDirection
{
    /// <summary>The root of the namespace composes everything and is used by nobody.</summary>
    private const string Top = "";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Configuration"] = ["Texts"],
        ["CommandLine"] = ["Configuration", "Live", "Modules", "Operator", "Texts"],
        ["Lanes"] = [],
        ["Metrics"] = [],
        ["Database"] = [],
        ["Texts"] = [],
        ["Sandbox"] = [],
        ["Logging"] = ["Configuration"],
        ["Telegram"] = ["Configuration"],
        ["Delivery"] = ["Configuration", "Database", "Lanes", "Metrics", "Telegram"],
        ["Sessions"] = ["Database", "Metrics"],
        ["Organisation"] = ["Database", "Events", "Jobs", "Modules"],
        ["Assistant"] = ["Configuration", "Database", "Metrics", "Organisation", "Texts"],
        ["Threads"] = [],
        ["Reports"] = ["Threads"],
        ["Modules"] = ["Database", "Delivery", "Texts"],
        ["Dialogs"] = ["Modules", "Sessions", "Texts"],
        ["Jobs"] = ["Database", "Lanes", "Metrics", "Modules"],
        ["Events"] = ["Database", "Jobs", "Modules"],
        ["Notifications"] = ["Configuration", "Database", "Delivery", "Lanes", "Modules", "Telegram", "Texts"],
        ["Privacy"] = ["Configuration", "Database", "Delivery", "Jobs", "Modules", "Organisation", "Telegram", "Texts"],
        ["Work"] = ["Assistant", "Database", "Events", "Jobs", "Lanes", "Metrics", "Modules", "Notifications", "Organisation", "Privacy", "Reports", "Sessions", "Telegram", "Texts", "Threads"],
        ["Updates"] = ["Configuration", "Database", "Delivery", "Dialogs", "Lanes", "Metrics", "Modules", "Notifications", "Organisation", "Sessions", "Telegram", "Texts", "Work"],
        ["Live"] = ["Configuration", "Delivery", "Logging", "Metrics", "Modules", "Texts", "Updates", "Work"],
        ["Operator"] = ["Configuration", "Database", "Live", "Logging", "Metrics", "Modules", "Reports", "Sessions", "Telegram"],
    };

    /// <summary>Every arrow between folders that has no business there, in words.</summary>
    /// <param name="types">The types to judge.</param>
    /// <param name="root">The namespace whose folders are meant.</param>
    public static IReadOnlyList<string> FindWrong(IEnumerable<Type> types, string root) =>
    [
        .. from type in types
           let folder = FolderOf(type, root)
           where folder is not null and not Top
           from used in TypeUse.Of(type)
           let other = FolderOf(used, root)
           where other is not null && other != folder && !(Allowed.TryGetValue(folder, out var may) && may.Contains(other))
           select $"{type.FullName} uses {used.FullName}: {folder} may use {(Allowed.TryGetValue(folder, out var known) ? string.Join(", ", known) : "nothing yet, give it a place in FolderDirection")}.",
    ];

    /// <summary>Types outside the given namespaces that use an assembly.</summary>
    public static IReadOnlyList<string> FindUsers(Assembly assembly, string library, params string[] except) =>
    [
        .. from type in assembly.GetTypes()
           where !except.Contains(NamespaceOf(type)) && TypeUse.Of(type).Any(used => used.Assembly.GetName().Name == library)
           select $"{type.FullName} uses {library}; only {string.Join(", ", except)} may.",
    ];

    private static string? FolderOf(Type type, string root)
    {
        var name = NamespaceOf(type);
        return name == root ? Top
            : name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0]
            : null;
    }

    /// <summary>What the compiler makes for a type (closures, state machines) is nested in it and has its namespace.</summary>
    private static string NamespaceOf(Type type) => type.Namespace ?? "";
}
