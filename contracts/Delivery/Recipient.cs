using System.Globalization;
using System.Text.Json.Serialization;
using DrAivBot.Organisation;

namespace DrAivBot.Delivery;

/// <summary>
/// Whom a notification is for, within the company of the work. Nobody gets the same notification twice. As text, and so in
/// JSON, <c>user:</c> or <c>position:</c> with an id, <c>department:3</c>, <c>division:7</c>, <c>roles:8</c> or <c>company</c>.
/// </summary>
[JsonConverter(typeof(RecipientJsonConverter))]
public sealed record Recipient
{
    private Recipient()
    {
    }

    /// <summary>Every active member.</summary>
    public static Recipient Company { get; } = new() { Kind = RecipientKind.Company };

    /// <summary>What the recipient is named by.</summary>
    public required RecipientKind Kind { get; init; }

    /// <summary>The user or the position; null for the other kinds.</summary>
    public Guid? Id { get; init; }

    /// <summary>Number of the department or division, or the roles as a number; null for the other kinds.</summary>
    public int? Number { get; init; }

    /// <summary>One member. Somebody who is no member of the company is skipped.</summary>
    /// <param name="user">The member.</param>
    /// <returns>The recipient.</returns>
    public static Recipient User(UserId user) => new() { Kind = RecipientKind.User, Id = user.Value };

    /// <summary>Whoever holds a position, or the deputy while the holder is absent; nobody when it is vacant.</summary>
    /// <param name="position">The position.</param>
    /// <returns>The recipient.</returns>
    public static Recipient Position(PositionId position) => new() { Kind = RecipientKind.Position, Id = position.Value };

    /// <summary>Every member whose highest role is one of these.</summary>
    /// <param name="roles">The roles.</param>
    /// <returns>The recipient.</returns>
    public static Recipient Roles(CompanyRoles roles) => new() { Kind = RecipientKind.Roles, Number = (int)roles };

    /// <summary>Whoever holds a position of a department, or their deputies.</summary>
    /// <param name="number">1 to 21.</param>
    /// <returns>The recipient.</returns>
    public static Recipient Department(int number) => new() { Kind = RecipientKind.Department, Number = number };

    /// <summary>Whoever holds a position of a division, or their deputies.</summary>
    /// <param name="number">1 to 7.</param>
    /// <returns>The recipient.</returns>
    public static Recipient Division(int number) => new() { Kind = RecipientKind.Division, Number = number };

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null for anything else. Whether the company has such a recipient is not checked.</returns>
    public static Recipient? Parse(string? text) => (text ?? "").Split(':') switch
    {
        ["company"] => Company,
        ["user", var id] when Guid.TryParse(id, out var user) => User(new(user)),
        ["position", var id] when Guid.TryParse(id, out var position) => Position(new(position)),
        ["department", var number] when NumberIn(number, 21) is { } department => Department(department),
        ["division", var number] when NumberIn(number, 7) is { } division => Division(division),
        ["roles", var number] when NumberIn(number, (int)CompanyRoles.Everyone) is { } roles => Roles((CompanyRoles)roles),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        RecipientKind.User => $"user:{Id}",
        RecipientKind.Position => $"position:{Id}",
        RecipientKind.Department => string.Create(CultureInfo.InvariantCulture, $"department:{Number}"),
        RecipientKind.Division => string.Create(CultureInfo.InvariantCulture, $"division:{Number}"),
        RecipientKind.Roles => string.Create(CultureInfo.InvariantCulture, $"roles:{Number}"),
        _ => "company",
    };

    private static int? NumberIn(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}

/// <summary>What a recipient is named by. New ones may come.</summary>
public enum RecipientKind
{
    /// <summary>A member.</summary>
    User = 0,

    /// <summary>A position.</summary>
    Position = 1,

    /// <summary>Roles.</summary>
    Roles = 2,

    /// <summary>A department.</summary>
    Department = 3,

    /// <summary>A division.</summary>
    Division = 4,

    /// <summary>The whole company.</summary>
    Company = 5,
}
