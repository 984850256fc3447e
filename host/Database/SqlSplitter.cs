using System.Text.RegularExpressions;

namespace DrAivBot.Host.Database;

/// <summary>
/// Takes a script apart at its semicolons, so that an error can be told with its line. Knows what may hide a semicolon:
/// strings, quoted names, dollar quotes, comments and the body of a function in standard SQL.
/// </summary>
internal sealed partial class SqlSplitter
{
    private readonly string _sql;
    private readonly List<SqlStatement> _statements = [];
    private int _start = -1;
    private int _depth;
    private string _word = "";

    private SqlSplitter(string sql) => _sql = sql;

    public static IReadOnlyList<SqlStatement> Split(string sql)
    {
        var splitter = new SqlSplitter(sql.Replace("\r\n", "\n", StringComparison.Ordinal));
        splitter.Run();
        return splitter._statements;
    }

    private void Run()
    {
        foreach (Match token in Token().Matches(_sql))
        {
            if (token.Groups["gap"].Success)
            {
                continue;
            }

            if (token.Value == ";" && _depth == 0)
            {
                End(token.Index);
                continue;
            }

            _start = _start < 0 ? token.Index : _start;
            if (token.Groups["word"].Success)
            {
                Count(token.Value);
            }
        }

        End(_sql.Length);
    }

    // The body of a function in standard SQL: begin atomic …; …; end.
    private void Count(string word)
    {
        if (_depth == 0)
        {
            _depth = Is(word, "atomic") && Is(_word, "begin") ? 1 : 0;
        }
        else if (Is(word, "case"))
        {
            _depth++;
        }
        else if (Is(word, "end"))
        {
            _depth--;
        }

        _word = word;
    }

    private void End(int index)
    {
        if (_start >= 0)
        {
            _statements.Add(new(_sql[_start..index].TrimEnd(), _sql.AsSpan(0, _start).Count('\n') + 1));
        }

        (_start, _depth, _word) = (-1, 0, "");
    }

    private static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        """
        (?<gap>\s+|--[^\n]*|/\*(?:(?<open>/\*)|(?<-open>\*/)|(?!/\*|\*/)[\s\S])*\*/(?(open)(?!)))
        | [eE]'(?:[^'\\]|\\[\s\S]|'')*'
        | '[^']*'
        | "[^"]*"
        | (?<tag>\$(?:[A-Za-z_\u0080-\uFFFF][A-Za-z0-9_\u0080-\uFFFF]*)?\$)[\s\S]*?\k<tag>
        | (?<word>[A-Za-z_\u0080-\uFFFF][A-Za-z0-9_$\u0080-\uFFFF]*)
        | [\s\S]
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();
}
