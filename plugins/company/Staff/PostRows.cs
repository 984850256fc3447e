using System.Globalization;
using DrAivBot.Texts;

namespace DrAivBot.Company.Staff;

/// <summary>Understands the rows of a filled sheet, one after another: a row is either wanted or wrong.</summary>
internal sealed class PostRows(IReadOnlyList<int> allowed, IText text)
{
    public const int MinName = 2;
    public const int MaxName = 80;
    private const int Departments = 21;

    private readonly Dictionary<(int Department, string Name, string Person), int> _named = [];

    public List<PlannedPost> Wanted { get; } = [];

    public List<PostRowError> Errors { get; } = [];

    public void Add(SheetRow row)
    {
        if (RefuseDepartment(row.Department, out var department) is { } wrongDepartment)
        {
            Refuse(row.Number, "department", wrongDepartment);
        }
        else if (RefuseName(row.Post) is { } wrongName)
        {
            Refuse(row.Number, "post", wrongName);
        }
        else if (RefusePerson(row, department) is { } wrongPerson)
        {
            Refuse(row.Number, "person", wrongPerson);
        }
        else
        {
            Wanted.Add(new(row.Number, new() { DepartmentNumber = department, Name = row.Post, Invites = row.Person.Length > 0 }, row.Person));
        }
    }

    public void Refuse(int row, string column, string words) => Errors.Add(new(row, text.Get("company.import.column." + column), words));

    private string? RefuseDepartment(string cell, out int number)
    {
        // «6 · Отдел продаж», as the bot's own table writes it, is understood too.
        var digits = string.Concat(cell.TakeWhile(char.IsAsciiDigit));
        return !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > Departments
            ? text.Get(cell.Length == 0 ? "company.import.error.no_department" : "company.import.error.department", ("value", Show(cell)))
            : allowed.Contains(number) ? null : text.Get("company.import.error.right", ("number", number));
    }

    private string? RefuseName(string name) => name switch
    {
        "" => text.Get("company.import.error.no_name"),
        { Length: < MinName or > MaxName } => text.Get("company.import.error.length", ("value", Show(name)), ("min", MinName), ("max", MaxName)),
        _ when !name.Any(char.IsLetter) => text.Get("company.import.error.letter", ("value", Show(name))),
        _ => null,
    };

    private string? RefusePerson(SheetRow row, int department)
    {
        if (row.Person.Length == 0)
        {
            return null;
        }

        if (row.Person.Length is < MinName or > MaxName)
        {
            return text.Get("company.import.error.length", ("value", Show(row.Person)), ("min", MinName), ("max", MaxName));
        }

        if (!row.Person.Any(char.IsLetter))
        {
            return text.Get("company.import.error.person", ("value", Show(row.Person)));
        }

        var key = (department, row.Post.ToUpperInvariant(), row.Person.ToUpperInvariant());
        return _named.TryAdd(key, row.Number) ? null : text.Get("company.import.error.twice", ("value", Show(row.Person)), ("row", _named[key]));
    }

    private static string Show(string value) => value.Length <= 30 ? value : value[..30] + "…";
}
