using System.Globalization;

namespace DrAivBot.Organisation;

/// <summary>A position of the chart, the unit of routing: people come and go, it stays.</summary>
public sealed record Position
{
    /// <summary>Identifies the position.</summary>
    public required PositionId Id { get; init; }

    /// <summary>Its number on the chart: 1 to 21 for the seeded ones, more for added ones.</summary>
    public required int Number { get; init; }

    /// <summary>Name in the user's language, or as the company named it.</summary>
    public required string Name { get; init; }

    /// <summary>The name in each language, for whoever else reads it: see <see cref="NameIn"/>. Null, the default, when only <see cref="Name"/> is known.</summary>
    public PositionNames? Names { get; init; }

    /// <summary>Where it stands in its unit.</summary>
    public required PositionKind Kind { get; init; }

    /// <summary>Its division, 1 to 7.</summary>
    public required int DivisionNumber { get; init; }

    /// <summary>Its department, 1 to 21; null for the head of a division.</summary>
    public int? DepartmentNumber { get; init; }

    /// <summary>Who holds it; null when nobody does.</summary>
    public Holder? Holder { get; init; }

    /// <summary>Whether it counts as vacant: nobody holds it, or only for the time being.</summary>
    public bool IsVacant => Holder is null or { IsTemporary: true };

    /// <summary>Whether its holder is not yet fully trained for it.</summary>
    public bool IsNewcomer => Holder is { IsTemporary: false, TrainingPercent: < 100 };

    /// <summary>Whether it is a deputy's position in its department. False by default.</summary>
    public bool IsDeputy { get; init; }

    /// <summary>The name as a notification says it, whose reader may have another language than whoever acts.</summary>
    /// <param name="culture">The reader's: <see cref="Texts.IText.Culture"/>.</param>
    /// <returns>The name; <see cref="Name"/> when no other is known.</returns>
    public string NameIn(CultureInfo culture) => Names is null ? Name : culture.TwoLetterISOLanguageName == "ru" ? Names.Russian : Names.English;
}
