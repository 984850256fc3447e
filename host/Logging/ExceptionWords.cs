using System.Text;
using Npgsql;

namespace DrAivBot.Host.Logging;

/// <summary>
/// Describes an exception without repeating what a user wrote: type, place and, where the host itself wrote it, the
/// message. Messages of modules and libraries may quote input, so they stay out of the log.
/// </summary>
internal static class ExceptionWords
{
    public static string Describe(Exception exception)
    {
        var words = new StringBuilder();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            words.Append(words.Length == 0 ? "" : "\n caused by ").Append(current.GetType().FullName);
            if (IsOurs(current))
            {
                words.Append(": ").Append(current.Message);
            }

            if (current is PostgresException refused)
            {
                words.Append($" (SQLSTATE {refused.SqlState}, constraint {refused.ConstraintName ?? "-"})");
            }

            words.Append('\n').Append(current.StackTrace);
        }

        return words.ToString();
    }

    private static bool IsOurs(Exception exception) =>
        exception is InvalidOperationException or ArgumentException
        && exception.TargetSite?.Module.Assembly is { } assembly
        && (assembly == typeof(ExceptionWords).Assembly || assembly == typeof(IBotModule).Assembly);
}
