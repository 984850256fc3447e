namespace DrAivBot.Host.Modules;

/// <summary>A module cannot run; the message is for the operator and says what, why and what to do.</summary>
internal sealed class ModuleRefusedException(string reason) : Exception(reason);
