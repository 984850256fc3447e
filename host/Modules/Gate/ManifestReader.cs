using System.Text.Json;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>Reads module.json strictly: whatever is not exactly as the schema has it is a problem, and all are told at once.</summary>
internal sealed class ManifestReader
{
    public const int LargestFile = 1024 * 1024;

    private const int MostProblems = 20;
    private const string Main = "main";
    private const string Cure = "Pack the module again with \"draivbot pack\".";
    private static readonly string[] Known = ["format", "id", "version", "contracts", "framework", Main, "files"];
    private static readonly string[] KnownContracts = ["min", "max"];

    private readonly List<string> problems = [];

    private ManifestReader()
    {
    }

    /// <summary>The manifest, or null and what is wrong.</summary>
    public static (PackageManifest? Manifest, IReadOnlyList<string> Problems) Read(byte[] bytes)
    {
        if (bytes.Length > LargestFile)
        {
            return (null, [$"{PackageNames.Manifest} has {bytes.Length} bytes, {LargestFile} at most. {Cure}"]);
        }

        try
        {
            var reader = new ManifestReader();
            var manifest = reader.ReadRoot(LocatedJson.Parse(bytes));
            return (reader.problems.Count == 0 ? manifest : null, reader.problems);
        }
        catch (FormatException broken)
        {
            return (null, [$"{PackageNames.Manifest}, {broken.Message} {Cure}"]);
        }
    }

    private PackageManifest? ReadRoot(LocatedJson root)
    {
        if (root.Kind != JsonTokenType.StartObject)
        {
            Report(root, "$", $"must be an object with {string.Join(", ", Known)}, but is {root.Describe()}.");
            return null;
        }

        if (Member(root, "", "format") is { } format && !(format.Kind == JsonTokenType.Number && format.Text == "1"))
        {
            Report(format, "format", $"must be the number {PackageManifest.Format}, but is {format.Describe()}. A newer format needs a newer host.");
            return null;
        }

        CheckNames(root, "", Known);
        var id = Text(root, "", "id", ModuleNames.IsModuleId, ModuleNames.IdRule);
        var version = Text(root, "", "version", text => Version.TryParse(text, out _), "2 to 4 numbers such as \"1.4.0\"");
        var contracts = ReadContracts(root);
        var framework = Text(root, "", "framework", text => Frameworks.TryRead(text) is not null, "the short name of a framework such as \"net10.0\"");
        var files = ReadFiles(root);
        var main = Text(root, "", Main, text => files?.ContainsKey(text) != false && !text.Contains('/', StringComparison.Ordinal), "one of the names in files, without a folder");
        return problems.Count > 0 ? null : new()
        {
            Id = id!,
            Version = Version.Parse(version!),
            Contracts = contracts!,
            Framework = framework!,
            Main = main!,
            Files = files!,
        };
    }

    private ContractsRange? ReadContracts(LocatedJson root)
    {
        if (ObjectMember(root, "contracts") is not { } json)
        {
            return null;
        }

        CheckNames(json, "contracts.", KnownContracts);
        var min = Text(json, "contracts.", "min", text => ContractsRange.TryReadMin(text) is not null, ContractsRange.MinRule);
        var max = Text(json, "contracts.", "max", ContractsRange.IsMax, ContractsRange.MaxRule);
        if (min is null || max is null)
        {
            return null;
        }

        var range = new ContractsRange { Min = ContractsRange.TryReadMin(min)!, Max = max };
        if (range.IsTooNew(range.Min))
        {
            Report(json, "contracts", $"max \"{max}\" is lower than min \"{min}\".");
        }

        return range;
    }

    private Dictionary<string, string>? ReadFiles(LocatedJson root)
    {
        if (ObjectMember(root, "files") is not { } json)
        {
            return null;
        }

        if (json.Members.Count > PackageSource.MostFiles)
        {
            Report(json, "files", $"has {json.Members.Count} names, {PackageSource.MostFiles} at most.");
            return null;
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { PackageNames.Manifest, PackageNames.Signature };
        foreach (var (name, value) in json.Members)
        {
            CheckFile(name, value, seen);
            files.TryAdd(name, value.Text);
        }

        return files;
    }

    private void CheckFile(string name, LocatedJson value, HashSet<string> seen)
    {
        var path = $"files.\"{PackageNames.Show(name)}\"";
        if (!PackageNames.IsAllowed(name))
        {
            Report(value, path, $"is no name of a file in a package. Allowed are {PackageNames.Rule}.");
        }
        else if (!seen.Add(name))
        {
            Report(value, path, $"stands there twice (capitals do not count), or is {PackageNames.Manifest} or its signature, which list themselves not.");
        }

        if (value.Kind != JsonTokenType.String || value.Text.Length != 64 || !value.Text.All(char.IsAsciiHexDigitLower))
        {
            Report(value, path, $"must be the file's SHA-256, 64 digits of 0-9 and a-f, but is {value.Describe()}.");
        }
    }

    private void CheckNames(LocatedJson json, string path, string[] known)
    {
        foreach (var (name, value) in json.Members.Where(member => !known.Contains(member.Name)))
        {
            Report(value, path + PackageNames.Show(name), $"there is no such property.{NearestName.Suggest(name, known)} Allowed are {string.Join(", ", known)}.");
        }

        foreach (var (name, value) in json.Members.Where((member, i) => known.Contains(member.Name) && json.Members.FindIndex(other => other.Name == member.Name) < i))
        {
            Report(value, path + name, "stands there twice.");
        }
    }

    private string? Text(LocatedJson json, string path, string name, Predicate<string> isAllowed, string rule)
    {
        if (Member(json, path, name) is not { } value)
        {
            return null;
        }

        if (value.Kind == JsonTokenType.String && isAllowed(value.Text))
        {
            return value.Text;
        }

        Report(value, path + name, $"must be {rule}, but is {value.Describe()}.");
        return null;
    }

    private LocatedJson? ObjectMember(LocatedJson json, string name)
    {
        var value = Member(json, "", name);
        if (value is null || value.Kind == JsonTokenType.StartObject)
        {
            return value;
        }

        Report(value, name, $"must be an object, but is {value.Describe()}.");
        return null;
    }

    private LocatedJson? Member(LocatedJson json, string path, string name)
    {
        LocatedJson? value = json.Members.Find(member => member.Name == name).Value;
        if (value is null)
        {
            Report(json, path + name, "is missing.");
        }

        return value;
    }

    private void Report(LocatedJson at, string path, string what)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add($"{PackageNames.Manifest}, {at.Place}: {path}: {what} {Cure}");
        }
    }
}
