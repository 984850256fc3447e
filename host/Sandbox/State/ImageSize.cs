using System.Buffers.Binary;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>Width and height from the first bytes of a picture; null for what is no picture Telegram takes as a photo.</summary>
internal sealed record ImageSize(int Width, int Height)
{
    public static ImageSize? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 24 ? null
        : IsPng(bytes) ? new(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
        : bytes.StartsWith("GIF8"u8) ? new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
        : bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? ReadWebp(bytes)
        : bytes[0] == 0xFF && bytes[1] == 0xD8 ? ReadJpeg(bytes)
        : null;

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes[0] == 0x89 && bytes[1..].StartsWith("PNG\r\n"u8);

    private static ImageSize? ReadWebp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
        {
            return null;
        }

        if (bytes[12..].StartsWith("VP8X"u8))
        {
            return new(1 + (bytes[24] | bytes[25] << 8 | bytes[26] << 16), 1 + (bytes[27] | bytes[28] << 8 | bytes[29] << 16));
        }

        if (bytes[12..].StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return new(1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }

        return new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
    }

    private static ImageSize? ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return new(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
