using System.Globalization;

namespace DrAivBot.Chaos;

/// <summary>Reads the arguments of a run: <c>--keep</c>, and names followed by a whole number.</summary>
internal static class NumberArguments
{
    /// <param name="arguments">The arguments.</param>
    /// <param name="options">What they change.</param>
    /// <param name="keep">What <c>--keep</c> does.</param>
    /// <param name="with">What a name and its number do; null when they are not understood.</param>
    /// <returns>What is wrong with them, or null.</returns>
    public static string? Parse<TOptions>(
        IReadOnlyList<string> arguments, ref TOptions options, Func<TOptions, TOptions> keep, Func<TOptions, string, int, TOptions?> with)
        where TOptions : class
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (name == "--keep")
            {
                options = keep(options);
            }
            else if (++i == arguments.Count)
            {
                return $"{name} needs a value.";
            }
            else if (int.TryParse(arguments[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && with(options, name, number) is { } changed)
            {
                options = changed;
            }
            else
            {
                return $"{name} {arguments[i]} is not understood.";
            }
        }

        return null;
    }
}
