namespace DrAivBot.Host.Modules;

/// <summary>Finds what two modules both claim. Keys are exact, so a clash is never decided by order but refused.</summary>
internal static class RouteClashes
{
    /// <summary>Why a module cannot run beside those accepted before it, naming both; empty when it can.</summary>
    public static IReadOnlyList<string> Find(LoadedModule later, IReadOnlyCollection<LoadedModule> earlier)
    {
        var clashes = new List<string>();
        foreach (var other in earlier)
        {
            clashes.AddRange(later.Routes
                .Join(other.Routes, mine => mine.Tag, its => its.Tag, (mine, its) =>
                    $"Its route \"{mine.Name}\" gets the same short tag as \"{its.Name}\" of module '{other}', by chance. Give it another [Callback] tag."));
            clashes.AddRange(later.Commands
                .Join(other.Commands, mine => mine.Name, its => its.Name, (mine, _) =>
                    $"Command \"/{mine.Name}\" of module '{later}' is already a command of module '{other}'. Rename one of the two, or enable only one module."));
            clashes.AddRange(later.DeepLinks
                .SelectMany(_ => other.DeepLinks, (mine, its) => (mine, its))
                .Where(pair => RouteBuilder.DeepLinksClash(pair.mine.Prefix, pair.its.Prefix))
                .Select(pair => $"Deep link prefix \"{pair.mine.Prefix}\" of module '{later}' and \"{pair.its.Prefix}\" of module '{other}' cannot be "
                    + "told apart: one begins with the other. Change one of them."));
            clashes.AddRange(later.Permissions.Keys
                .Intersect(other.Permissions.Keys)
                .Select(permission => $"Permission \"{permission}\" of module '{later}' is already one of module '{other}'. Rename one of the two."));
        }

        return clashes;
    }
}
