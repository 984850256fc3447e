using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace DrAivBot.Rig;

/// <summary>What a call of the bot says: chat, text, and the buttons as they stand in its JSON. The text stays escaped as in JSON.</summary>
internal sealed class Said
{
    private byte[] _text = new byte[4096];
    private byte[] _markup = new byte[4096];
    private int _textLength;
    private int _markupLength;

    public long ChatId { get; private set; }

    /// <summary>The message that is edited; 0 for a new one.</summary>
    public int MessageId { get; private set; }

    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _textLength);

    public ReadOnlySpan<byte> Markup => _markup.AsSpan(0, _markupLength);

    public void Read(ReadOnlySpan<byte> body)
    {
        (ChatId, MessageId, _textLength, _markupLength) = (0, 0, 0, 0);
        if (body.Length > 0 && body[0] == '{')
        {
            ReadJson(body);
        }
        else
        {
            ReadForm(body);
        }
    }

    /// <summary>Callback data of the first button, escaped as it stands there; empty when no button has any.</summary>
    public static ReadOnlySpan<byte> FirstData(ReadOnlySpan<byte> markup)
    {
        var reader = new Utf8JsonReader(markup);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("callback_data"u8))
            {
                reader.Read();
                return reader.ValueSpan;
            }
        }

        return default;
    }

    private void ReadJson(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("chat_id"u8))
            {
                reader.Read();
                ChatId = ReadNumber(reader.ValueSpan);
            }
            else if (reader.ValueTextEquals("message_id"u8))
            {
                reader.Read();
                MessageId = (int)ReadNumber(reader.ValueSpan);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                _textLength = Keep(reader.ValueSpan, ref _text);
            }
            else if (reader.ValueTextEquals("reply_markup"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                _markupLength = Keep(body[start..(int)reader.BytesConsumed], ref _markup);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private void ReadForm(ReadOnlySpan<byte> body)
    {
        var fields = FormFields.Read(body, default);
        ChatId = long.TryParse(fields.GetValueOrDefault("chat_id"), out var chat) ? chat : 0;
        MessageId = int.TryParse(fields.GetValueOrDefault("message_id"), out var message) ? message : 0;
        _textLength = Keep(JsonEncodedText.Encode(fields.GetValueOrDefault("text", "")).EncodedUtf8Bytes, ref _text);
        _markupLength = Keep(Encoding.UTF8.GetBytes(fields.GetValueOrDefault("reply_markup", "")), ref _markup);
    }

    private static long ReadNumber(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out long number, out _) ? number : 0;

    private static int Keep(ReadOnlySpan<byte> value, ref byte[] into)
    {
        if (value.Length > into.Length)
        {
            into = new byte[value.Length * 2];
        }

        value.CopyTo(into);
        return value.Length;
    }
}
