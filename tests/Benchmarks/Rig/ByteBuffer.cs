using System.Buffers.Text;

namespace DrAivBot.Rig;

/// <summary>A growing byte buffer with cheap appends; used for everything the rig sends.</summary>
internal sealed class ByteBuffer(int capacity)
{
    private byte[] _data = new byte[capacity];
    public int Length { get; private set; }
    public ReadOnlySpan<byte> Span => _data.AsSpan(0, Length);
    public void Clear() => Length = 0;
    public void RemoveFirst(int count) { _data.AsSpan(count, Length - count).CopyTo(_data); Length -= count; }

    public ByteBuffer Add(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_data.AsSpan(Length));
        Length += bytes.Length;
        return this;
    }

    public ByteBuffer Add(long number)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(number, _data.AsSpan(Length), out int n);
        Length += n;
        return this;
    }

    private void Reserve(int extra)
    {
        if (Length + extra > _data.Length)
        {
            Array.Resize(ref _data, Math.Max(_data.Length * 2, Length + extra));
        }
    }
}
