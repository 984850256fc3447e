namespace DrAivBot.Host.Modules;

/// <summary>Routes in use: the modules among them are not closed before it ends. One counted reference, no allocation.</summary>
internal readonly record struct RouteLease(RouteTable Routes) : IDisposable
{
    public void Dispose() => Routes.Leave();
}
