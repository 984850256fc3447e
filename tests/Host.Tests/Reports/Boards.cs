using DrAivBot.Host.Organisation;
using DrAivBot.Reports;

namespace DrAivBot.Host.Tests.Reports;

/// <summary>Boards to be drawn in tests: the real units, with people that a test invents.</summary>
internal static class Boards
{
    public const string LongName = "Константинопольский-Задунайский Александр Владиславович";

    public static OrgBoardWords Words { get; } = new()
    {
        Product = "Продукт",
        Vacant = "Вакансия",
        Temporary = "временно",
        Filled = "занят",
        More = count => FormattableString.Invariant($"и ещё {count}"),
        Count = (filled, all) => FormattableString.Invariant($"занято {filled} из {all}"),
    };

    /// <param name="language">Of the units.</param>
    /// <param name="postsEach">Posts of a department, the head included.</param>
    /// <param name="division">The only division; null for all.</param>
    public static OrgBoardPicture Company(string language, int postsEach, int? division = null) => new()
    {
        Title = "Северный ветер",
        Subtitle = "23.11.2026",
        Words = Words,
        Divisions =
        [
            .. OrgBoard.Load().Divisions.Where(unit => division is null || unit.Number == division).Select(unit => new OrgBoardDivision
            {
                Number = unit.Number,
                Name = unit.Name(language),
                Product = unit.Product(language),
                Departments = [.. unit.Departments.Select(department => Department(department, language, postsEach))],
            }),
        ],
    };

    private static OrgBoardDepartment Department(BoardDepartment department, string language, int posts) => new()
    {
        Number = department.Number,
        Name = department.Name(language),
        Product = department.Product(language),
        Posts =
        [
            .. Enumerable.Range(0, posts).Select(i => new OrgBoardPost
            {
                Number = i == 0 ? department.Number : 100 + i,
                Name = department.HeadPosition.Name(language),
                IsHead = i == 0,
                Holder = i % 3 == 0 ? LongName : i % 3 == 1 ? null : "Анна",
                IsTemporary = i % 3 == 2,
            }),
        ],
    };
}
