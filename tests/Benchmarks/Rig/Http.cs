using System.Buffers.Text;

namespace DrAivBot.Rig;

internal static class Http
{
    public static HttpMessage Parse(ReadOnlySpan<byte> input, bool response, ref byte[] scratch)
    {
        var m = new HttpMessage();
        int headEnd = input.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return m;
        }

        var head = input[..headEnd];
        int lineEnd = head.IndexOf((byte)'\r');
        var first = lineEnd < 0 ? head : head[..lineEnd];
        int sp = first.IndexOf((byte)' ');
        if (response)
        {
            m.Status = Number(first[(sp + 1)..]);
        }
        else
        {
            var rest = first[(sp + 1)..];
            int sp2 = rest.IndexOf((byte)' ');
            m.Target = sp2 < 0 ? rest : rest[..sp2];
        }

        int contentLength = 0;
        bool chunked = false;
        var lines = lineEnd < 0 ? default : head[(lineEnd + 2)..];
        while (!lines.IsEmpty)
        {
            int e = lines.IndexOf("\r\n"u8);
            var line = e < 0 ? lines : lines[..e];
            lines = e < 0 ? default : lines[(e + 2)..];
            int colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                continue;
            }

            var name = line[..colon];
            var value = line[(colon + 1)..].Trim((byte)' ');
            if (Is(name, "content-length"u8))
            {
                contentLength = Number(value);
            }
            else if (Is(name, "transfer-encoding"u8))
            {
                chunked = Is(value, "chunked"u8);
            }
            else if (Is(name, "connection"u8))
            {
                m.Close = Is(value, "close"u8);
            }
        }

        int bodyStart = headEnd + 4;
        if (!chunked)
        {
            if (input.Length < bodyStart + contentLength)
            {
                return m;
            }

            m.Body = input.Slice(bodyStart, contentLength);
            m.Length = bodyStart + contentLength;
            return m;
        }

        int at = bodyStart, used = 0;
        while (true)
        {
            int e = input[at..].IndexOf("\r\n"u8);
            if (e < 0)
            {
                return m;
            }

            if (!Utf8Parser.TryParse(input.Slice(at, e), out int size, out _, 'x')) { m.Close = true; m.Length = input.Length; return m; }
            at += e + 2;
            if (input.Length < at + size + 2)
            {
                return m;
            }

            if (size == 0) { m.Body = scratch.AsSpan(0, used); m.Length = at + 2; return m; }
            if (used + size > scratch.Length)
            {
                Array.Resize(ref scratch, Math.Max(scratch.Length * 2, used + size));
            }

            input.Slice(at, size).CopyTo(scratch.AsSpan(used));
            used += size;
            at += size + 2;
        }
    }

    private static int Number(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out int number, out _) ? number : 0;

    private static bool Is(ReadOnlySpan<byte> actual, ReadOnlySpan<byte> lower)
    {
        if (actual.Length != lower.Length)
        {
            return false;
        }

        for (int i = 0; i < lower.Length; i++)
        {
            int c = actual[i];
            if (c is >= 'A' and <= 'Z')
            {
                c |= 0x20;
            }

            if (c != lower[i])
            {
                return false;
            }
        }
        return true;
    }
}
