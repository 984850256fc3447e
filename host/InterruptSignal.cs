using System.Runtime.InteropServices;

namespace DrAivBot.Host;

/// <summary>Hears Ctrl-C and SIGTERM from the first moment, so that a start can be interrupted as cleanly as a run.</summary>
internal sealed class InterruptSignal : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public InterruptSignal() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = true;
#pragma warning disable MA0045 // A signal handler has nobody to await it.
        _source.Cancel();
#pragma warning restore MA0045
    }
}
