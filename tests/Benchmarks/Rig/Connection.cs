namespace DrAivBot.Rig;

/// <summary>One TCP connection. Input is collected until the owner's handler consumes whole messages.</summary>
internal sealed class Connection(int fd, Func<Connection, bool> onInput, Action<Connection>? onClosed)
{
    public readonly int Fd = fd;
    public byte[] Input = new byte[8192];
    public int InputLength;
    public readonly ByteBuffer Output = new(4096);
    public readonly Func<Connection, bool> OnInput = onInput;     // false: close this connection
    public readonly Action<Connection>? OnClosed = onClosed;
    public bool WantsWrite, Closed;
    public object? Tag;

    public void Consume(int count)
    {
        InputLength -= count;
        if (InputLength > 0)
        {
            Buffer.BlockCopy(Input, count, Input, 0, InputLength);
        }
    }
}
