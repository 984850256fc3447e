using System.Runtime.InteropServices;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Modules;

public readonly record struct Everything(
    int Number,
    long Large,
    bool Flag,
    int? MaybeNumber,
    string Text,
    string? MaybeText,
    Guid Id,
    Guid? MaybeId,
    DateOnly Day,
    DateOnly? MaybeDay,
    Colour Colour,
    Colour? MaybeColour,
    CompanyId Company,
    PositionId? MaybePosition,
    UserId User,
    CompanyRoles Roles);

public readonly record struct TwoTexts(string First, string? Second);

public readonly record struct Empty;

public readonly record struct Page(int Number);

public readonly record struct Ids(Guid Id, int Number, bool Flag);

public readonly record struct Priced(decimal Amount);

public readonly record struct Listed(IReadOnlyList<int> Items);

[StructLayout(LayoutKind.Auto)]
public readonly record struct Leaky(int Kept)
{
    public int Lost { get; init; }
}

public readonly record struct TwoWays(int Number)
{
    public TwoWays(int number, int other)
        : this(number + other)
    {
    }
}

[StructLayout(LayoutKind.Auto)]
public readonly struct Unreadable(int number)
{
    public override string ToString() => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
