using System.Buffers;
using System.Text;

namespace DrAivBot.Host.Privacy;

/// <summary>A JSON array with an object a line.</summary>
internal sealed class JsonRows
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private bool _hasRows;

    public void Add(string json)
    {
        Write(_hasRows ? ",\n" : "[\n");
        Write(json);
        _hasRows = true;
    }

    public ReadOnlyMemory<byte> End()
    {
        Write(_hasRows ? "\n]\n" : "[]\n");
        return _bytes.WrittenMemory;
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _bytes);
}
