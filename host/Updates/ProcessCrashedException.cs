namespace DrAivBot.Host.Updates;

/// <summary>Each time this update ran alone, the host's process died.</summary>
internal sealed class ProcessCrashedException() : Exception("The process ended each time while this update ran alone.");
