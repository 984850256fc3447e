namespace DrAivBot.Planner.QuickEntry;

/// <summary>The words of a line, and which of them are understood already.</summary>
internal sealed class Line
{
    /// <summary>More words than a title can have letters for are no line.</summary>
    private const int MostWords = 120;

    private readonly string[] _words;
    private readonly string[] _plain;
    private readonly bool[] _isTaken;

    public Line(string text)
    {
        _words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
        _plain = [.. _words.Select(Plain)];
        _isTaken = new bool[_words.Length];
    }

    public int Count => _words.Length;

    /// <summary>A word in small letters, without the marks around it; empty beyond the ends and for a word that is taken.</summary>
    public string this[int index] => index >= 0 && index < Count && !_isTaken[index] ? _plain[index] : "";

    /// <summary>A word as it was typed.</summary>
    public string Said(int index) => _words[index];

    public bool IsTaken(int index) => index < 0 || index >= Count || _isTaken[index];

    /// <summary>Words next to each other that are all free; null when they are not.</summary>
    public string? Window(int start, int length) =>
        start + length <= Count && Enumerable.Range(start, length).All(index => !_isTaken[index])
            ? string.Join(' ', _words.Skip(start).Take(length))
            : null;

    public void Take(int start, int length = 1) => Array.Fill(_isTaken, true, start, length);

    /// <summary>Takes the first window that is understood, the longest first.</summary>
    /// <typeparam name="T">What it is understood as.</typeparam>
    /// <param name="longest">Words at most.</param>
    /// <param name="read">Reads the words from an index on; null when they are something else.</param>
    public T? TakeFirst<T>(int longest, Func<string, int, T?> read)
        where T : struct
    {
        for (var start = 0; start < Count; start++)
        {
            for (var length = Math.Min(longest, Count - start); length > 0; length--)
            {
                if (Window(start, length) is { } words && read(words, start) is { } found)
                {
                    Take(start, length);
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Takes a phrase wherever it stands.</summary>
    public bool TakePhrase(params ReadOnlySpan<string> phrase)
    {
        for (var start = 0; start + phrase.Length <= Count; start++)
        {
            var index = 0;
            while (index < phrase.Length && this[start + index] == phrase[index])
            {
                index++;
            }

            if (index == phrase.Length)
            {
                Take(start, index);
                return true;
            }
        }

        return false;
    }

    /// <summary>The free words in their order.</summary>
    public IEnumerable<int> Free => Enumerable.Range(0, Count).Where(index => !_isTaken[index]);

    private static string Plain(string word) =>
        word.ToLowerInvariant().Replace('ё', 'е').Trim(',', ';', ':', '!', '?', '.', '«', '»', '"', '(', ')');
}
