using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>One instruction of a method's code.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Operand">Its token or number; 0 where it has none, or none of interest here.</param>
internal readonly record struct Instruction(ILOpCode Code, int Operand)
{
    private static readonly Dictionary<ILOpCode, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (ILOpCode)(ushort)code.Value, code => code.OperandType);

    /// <summary>The whole number it puts on the stack; null when it does something else.</summary>
    public int? Number => Code switch
    {
        >= ILOpCode.Ldc_i4_0 and <= ILOpCode.Ldc_i4_8 => Code - ILOpCode.Ldc_i4_0,
        ILOpCode.Ldc_i4_s or ILOpCode.Ldc_i4 => Operand,
        _ => null,
    };

    public static List<Instruction> ReadAll(BlobReader code)
    {
        var all = new List<Instruction>();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var op = (ILOpCode)(first == 0xFE ? 0xFE00 + code.ReadByte() : first);
            all.Add(new Instruction(op, ReadOperand(ref code, Operands.GetValueOrDefault(op, OperandType.InlineNone))));
        }

        return all;
    }

    private static int ReadOperand(ref BlobReader code, OperandType kind)
    {
        switch (kind)
        {
            case OperandType.InlineNone:
                return 0;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                return code.ReadSByte();
            case OperandType.InlineVar:
                return code.ReadInt16();
            case OperandType.InlineI8 or OperandType.InlineR:
                code.ReadInt64();
                return 0;
            case OperandType.InlineSwitch:
                code.Offset += code.ReadInt32() * sizeof(int);
                return 0;
            default:
                return code.ReadInt32();
        }
    }
}
