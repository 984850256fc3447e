using System.Text.Json;

namespace DrAivBot.Host.Organisation;

/// <summary>
/// The board every company starts from: 7 divisions and 21 departments with names, purposes, products and statistics in
/// both languages. Numbers are fixed; a company may rename its units, so the board's names are defaults.
/// </summary>
internal sealed class OrgBoard
{
    public const int DivisionCount = 7;

    public const int DepartmentCount = 21;

    public const int OwnerNumber = 21;

    public const int ExecutiveNumber = 19;

    /// <summary>Head of department 1, who fills posts in the whole company.</summary>
    public const int PersonnelNumber = 1;

    private readonly Dictionary<int, BoardDivision> _divisions;
    private readonly Dictionary<int, BoardDepartment> _departments;

    private OrgBoard(BoardFile file)
    {
        _divisions = file.Divisions.ToDictionary(division => division.Number);
        Divisions = [.. file.BoardOrder.Select(number => _divisions[number])];
        Departments = [.. Divisions.SelectMany(division => division.Departments).OrderBy(department => department.Number)];
        _departments = Departments.ToDictionary(department => department.Number);
    }

    /// <summary>In the order of the board: 7, 1, 2 … 6.</summary>
    public IReadOnlyList<BoardDivision> Divisions { get; }

    /// <summary>By number, 1 to 21.</summary>
    public IReadOnlyList<BoardDepartment> Departments { get; }

    public static OrgBoard Load()
    {
#pragma warning disable MA0045 // An embedded resource is memory: nothing waits.
        using var stream = typeof(OrgBoard).Assembly.GetManifestResourceStream("Organisation/orgboard.json")
            ?? throw new InvalidOperationException("The host was built without host/Organisation/orgboard.json: build it again from a complete checkout.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
#pragma warning restore MA0045
    }

    /// <exception cref="InvalidOperationException">The board is not whole; the message lists everything that is wrong.</exception>
    public static OrgBoard Parse(string json)
    {
        BoardFile file;
        try
        {
            file = JsonSerializer.Deserialize(json, BoardJson.Default.BoardFile)
                ?? throw new JsonException("the file is empty");
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"orgboard.json cannot be read: {error.Message}", error);
        }

        var faults = OrgBoardRules.Check(file);
        return faults.Count == 0
            ? new OrgBoard(file)
            : throw new InvalidOperationException("orgboard.json is not a whole board: " + string.Join("; ", faults));
    }

    public BoardDivision Division(int number) => _divisions[number];

    public BoardDepartment Department(int number) => _departments[number];

    public static T Choose<T>(string language, T russian, T english) =>
        string.Equals(language, "ru", StringComparison.Ordinal) ? russian : english;
}
