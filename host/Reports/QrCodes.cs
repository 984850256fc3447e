using System.Text;
using DrAivBot.Reports;
using QRCoder;

namespace DrAivBot.Host.Reports;

/// <summary>QR codes as PNG, written without any native library.</summary>
internal sealed class QrCodes : IQrCodes
{
    /// <summary>A short address becomes a picture of about 800 pixels, which Telegram leaves sharp.</summary>
    private const int PixelsPerModule = 20;

    public ReadOnlyMemory<byte> Draw(string text)
    {
        if (text.Length == 0 || Encoding.UTF8.GetByteCount(text) > IQrCodes.MaxBytes)
        {
            throw new ArgumentException($"A QR code takes 1 to {IQrCodes.MaxBytes} bytes of text.", nameof(text));
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(PixelsPerModule);
    }
}
