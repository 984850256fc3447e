using System.Reflection;
using System.Reflection.Emit;

namespace DrAivBot.Architecture.Tests;

/// <summary>Which types a type uses: in its declaration, its members and the code of its methods.</summary>
internal static class TypeUse
{
    private const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType, [.. type.GetInterfaces(), .. type.GetFields(All).Select(field => field.FieldType)]);
        Add(used, null, [.. type.GetCustomAttributesData().Select(attribute => attribute.AttributeType)]);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            Add(used, (method as MethodInfo)?.ReturnType, [.. method.GetParameters().Select(parameter => parameter.ParameterType)]);
            AddBody(used, method);
        }

        return used;
    }

    private static void AddBody(HashSet<Type> used, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        Add(used, null, [.. body.LocalVariables.Select(local => local.LocalType), .. body.ExceptionHandlingClauses.Select(CatchOf).OfType<Type>()]);
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : [];
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            var member = method.Module.ResolveMember(token, typeArguments, methodArguments)!;
            Add(used, member as Type ?? member.DeclaringType, member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : []);
        }
    }

    private static Type? CatchOf(ExceptionHandlingClause clause) =>
        clause.Flags == ExceptionHandlingClauseOptions.Clause ? clause.CatchType : null;

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)((code[at] << 8) | code[at + 1])) : code[at];
            var op = OpCodesByValue[value];
            at += op.Size;
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static void Add(HashSet<Type> used, Type? one, IEnumerable<Type> more)
    {
        foreach (var type in more.Append(one).OfType<Type>())
        {
            if (type.HasElementType)
            {
                Add(used, type.GetElementType(), []);
            }
            else if (!type.IsGenericParameter)
            {
                used.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
                Add(used, null, type.IsGenericType && !type.IsGenericTypeDefinition ? type.GetGenericArguments() : []);
            }
        }
    }
}
