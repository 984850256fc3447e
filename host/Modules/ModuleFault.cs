using System.Reflection;

namespace DrAivBot.Host.Modules;

/// <summary>
/// Puts a module's exception into words. Only the words are kept: an exception of a type from the module would hold its
/// code in memory for good.
/// </summary>
internal static class ModuleFault
{
    public static string Describe(string during, Exception fault)
    {
        while (fault is TargetInvocationException or TypeInitializationException && fault.InnerException is { } inner)
        {
            fault = inner;
        }

        return fault switch
        {
            ModuleRefusedException => fault.Message,
            FileNotFoundException { FileName: { } file } when file.Contains(", Version=", StringComparison.Ordinal) =>
                $"{during} needs the assembly {file.Split(',')[0]}, which is not in the module's folder. Publish the module with "
                + "EnableDynamicLoading=true, so that its packages come along.",
            TypeLoadException or MissingMemberException =>
                $"{during} failed: {fault.Message} The module was probably compiled with another version of the contracts or of a "
                + "package; compile it again with this host's version.",
            _ => $"{during} threw {fault.GetType().Name}: {fault.Message}{At(fault)}",
        };
    }

    private static string At(Exception fault)
    {
        var frame = fault.StackTrace?.Split('\n').FirstOrDefault(line => !line.Contains(" System.", StringComparison.Ordinal))?.Trim();
        return frame is null ? "" : $" ({frame})";
    }
}
