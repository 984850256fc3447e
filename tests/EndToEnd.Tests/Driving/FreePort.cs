using System.Net;
using System.Net.Sockets;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>A port nobody listens on, for a host whose address must be known before it starts and survive its restarts.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
