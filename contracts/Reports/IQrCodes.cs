namespace DrAivBot.Reports;

/// <summary>Draws QR codes. A core service, injected into handlers and jobs. Implemented by the host; grows by new members.</summary>
public interface IQrCodes
{
    /// <summary>The longest text, in bytes of UTF-8. What is longer would not be read from a phone's screen.</summary>
    const int MaxBytes = 1000;

    /// <summary>Draws a text as a QR code, black on white with a margin, 15 % of which may be lost.</summary>
    /// <param name="text">Usually an address; not empty, at most <see cref="MaxBytes"/>.</param>
    /// <returns>A PNG, for example for an <see cref="Delivery.Attachment"/> that is a photo.</returns>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    ReadOnlyMemory<byte> Draw(string text);
}
