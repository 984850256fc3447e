using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DrAivBot.Host.Modules;

/// <summary>
/// A callback struct to compact text and back, built once a type. The text holds the fields only, separated by dots;
/// route and signature are the door's. Decoding takes hostile input: it answers no, and never throws.
/// </summary>
internal sealed class CallbackShape
{
    private const char Separator = '.';

    private readonly Type type;
    private readonly ConstructorInfo? constructor;
    private readonly CallbackField[] fields;

    private CallbackShape(Type type, ConstructorInfo? constructor, CallbackField[] fields)
    {
        this.type = type;
        this.constructor = constructor;
        this.fields = fields;
        MaxLength = fields.Any(field => field.MaxLength is null)
            ? null
            : fields.Sum(field => field.MaxLength!.Value) + Math.Max(0, fields.Length - 1);
    }

    /// <summary>Carries nothing; stands in for a struct that was found wrong, whose module is then refused.</summary>
    public static CallbackShape Nothing { get; } = new(typeof(ValueTuple), null, []);

    /// <summary>Most characters (ASCII) an encoded value takes; null when it holds a text of any length.</summary>
    public int? MaxLength { get; }

    /// <exception cref="ModuleRefusedException">The struct holds something a button cannot carry.</exception>
    public static CallbackShape Of(Type type)
    {
        var constructors = type.GetConstructors();
        if (constructors.Length > 1)
        {
            throw new ModuleRefusedException(
                $"{type.Name} has {constructors.Length} public constructors, so the host cannot tell what its button carries. "
                + $"Declare it as \"readonly record struct {type.Name}(…)\" with that one constructor.");
        }

        var parameters = constructors.SingleOrDefault()?.GetParameters() ?? [];
        var stored = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length;
        if (stored != parameters.Length)
        {
            throw new ModuleRefusedException(
                $"{type.Name} stores {stored} values, but its constructor takes {parameters.Length}: the others would be lost on the "
                + "way through the button. Make every stored value a constructor parameter.");
        }

        return new CallbackShape(type, constructors.SingleOrDefault(), [.. parameters.Select(parameter => FieldOf(type, parameter))]);
    }

    public string Encode(object data) => string.Join(Separator, fields.Select(field => field.Encode(data)));

    /// <summary>Whether two values are pages of one list: alike in everything but a number called <c>Page</c>.</summary>
    public bool IsSamePlace(object left, object right) =>
        fields.Where(field => field.Property.Name != "Page").All(field => Equals(field.Property.GetValue(left), field.Property.GetValue(right)));

    public bool TryDecode(string text, [NotNullWhen(true)] out object? data)
    {
        data = null;
        if (fields.Length == 0)
        {
            data = text.Length == 0 ? RuntimeHelpers.GetUninitializedObject(type) : null;
            return data is not null;
        }

        var parts = text.Split(Separator, fields.Length + 1);
        if (parts.Length != fields.Length)
        {
            return false;
        }

        var values = new object?[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            if (!fields[i].TryDecode(parts[i], out values[i]))
            {
                return false;
            }
        }

        data = constructor!.Invoke(values);
        return true;
    }

    private static CallbackField FieldOf(Type type, ParameterInfo parameter)
    {
        var property = type.GetProperty(parameter.Name!);
        if (property is null || property.PropertyType != parameter.ParameterType)
        {
            throw new ModuleRefusedException(
                $"{type.Name} takes a \"{parameter.Name}\" but has no public property of that name and type to read it back. "
                + $"Declare it as \"readonly record struct {type.Name}(… {parameter.Name} …)\".");
        }

        var inner = Nullable.GetUnderlyingType(parameter.ParameterType);
        var isNullable = inner is not null || (parameter.ParameterType == typeof(string)
            && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);
        return CallbackFieldTypes.Find(property, inner ?? parameter.ParameterType, isNullable)
            ?? throw new ModuleRefusedException(
                $"{type.Name}.{parameter.Name} is of type {parameter.ParameterType.Name}, which a button cannot carry. Use int, long, bool, "
                + "Guid, string, DateOnly, an enumeration, an id type of the contracts, or a nullable form of these; "
                + "look everything else up by id.");
    }
}
