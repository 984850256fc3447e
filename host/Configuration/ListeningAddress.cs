using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DrAivBot.Host.Configuration;

/// <summary>Where this host's web server can be reached from the machine it runs on.</summary>
internal static class ListeningAddress
{
    public static Uri Find(IServer server)
    {
        var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The web server does not listen yet.");
        var address = BindingAddress.Parse(first);
        var name = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new UriBuilder(address.Scheme, name.Trim('[', ']'), address.Port).Uri;
    }
}
