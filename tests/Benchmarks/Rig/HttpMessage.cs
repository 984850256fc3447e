namespace DrAivBot.Rig;

/// <summary>The parts of one parsed HTTP/1.1 message that the rig uses. Spans point into the caller's buffers.</summary>
internal ref struct HttpMessage
{
    public ReadOnlySpan<byte> Target;   // requests: path and query
    public int Status;                  // responses
    public ReadOnlySpan<byte> Body;
    public bool Close;
    public int Length;                  // bytes the whole message took; 0 = not complete yet
}
