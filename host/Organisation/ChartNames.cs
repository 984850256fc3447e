using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Completes stored rows with what the board says, in one language.</summary>
internal sealed class ChartNames(OrgBoard board, string language)
{
    public Division Division(UnitRow row)
    {
        var unit = board.Division(row.Number);
        return new()
        {
            Number = row.Number,
            Name = row.Name ?? unit.Name(language),
            Emoji = unit.Emoji,
            Purpose = unit.Purpose(language),
            Product = unit.Product(language),
            Statistic = unit.Statistic.In(language),
            PositionCount = row.PositionCount,
            FilledCount = row.FilledCount,
        };
    }

    public Department Department(UnitRow row)
    {
        var unit = board.Department(row.Number);
        return new()
        {
            Number = row.Number,
            DivisionNumber = unit.Division,
            Name = row.Name ?? unit.Name(language),
            Purpose = unit.Purpose(language),
            Functions = unit.Functions(language),
            Product = unit.Product(language),
            Statistic = unit.Statistic.In(language),
            PositionCount = row.PositionCount,
            FilledCount = row.FilledCount,
        };
    }

    public Position Position(PositionRow row) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Name = row.Name ?? DefaultName(row, language),
        Names = new() { Russian = row.Name ?? DefaultName(row, "ru"), English = row.Name ?? DefaultName(row, "en") },
        Kind = row.Kind,
        DivisionNumber = row.DivisionNumber,
        DepartmentNumber = row.DepartmentNumber,
        Holder = row.Holder,
        IsDeputy = row.IsDeputy,
    };

    public PositionCard Card(CardRow row, Position? superior)
    {
        var position = row.Position;
        var (product, statistic) = position.DepartmentNumber is { } number
            ? (board.Department(number).Product(language), board.Department(number).Statistic.In(language))
            : (board.Division(position.DivisionNumber).Product(language), board.Division(position.DivisionNumber).Statistic.In(language));
        return new()
        {
            Position = Position(position),
            DivisionName = row.DivisionName ?? board.Division(position.DivisionNumber).Name(language),
            DepartmentName = position.DepartmentNumber is { } department ? row.DepartmentName ?? board.Department(department).Name(language) : null,
            Product = product,
            Statistic = statistic,
            Superior = superior,
            Deputy = row.Deputy,
        };
    }

    private string DefaultName(PositionRow row, string tongue) => row.DepartmentNumber is { } number
        ? board.Department(number).HeadPosition.Name(tongue)
        : board.Division(row.DivisionNumber).HeadPosition.Name(tongue);
}
