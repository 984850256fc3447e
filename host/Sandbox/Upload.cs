namespace DrAivBot.Host.Sandbox;

/// <summary>A file as it came in a multipart body or from the user side.</summary>
internal sealed record Upload(string Name, string Mime, byte[] Bytes);
