using DrAivBot.Host.Configuration;
using DrAivBot.Host.Operator;

namespace DrAivBot.Host.CommandLine;

/// <summary>Finds the host a verb is meant for by the keys in the data directory.</summary>
internal static class RunningHosts
{
    /// <param name="dataDirectory">The hosts'.</param>
    /// <param name="url">Which of several, or under which name it is reached from here; null when there is one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null when none runs with that data directory.</returns>
    /// <exception cref="VerbFailedException">There is no telling which, or the keys are not for this user.</exception>
    public static async Task<ModuleClient?> FindAsync(string dataDirectory, Uri? url, CancellationToken cancellationToken)
    {
        var keys = await ReadAsync(dataDirectory, cancellationToken);
        if (url is not null)
        {
            return new(keys.FirstOrDefault(key => key.Address.Port == url.Port) is { } key
                ? key with { Address = url }
                : throw new VerbFailedException(ExitCodes.Unavailable, $"No host with the data directory {dataDirectory} listens on port {url.Port}. Its log says where it serves metrics and health; name its data directory with --data."));
        }

        var found = new List<ModuleClient>();
        foreach (var key in keys)
        {
            var client = new ModuleClient(key);
            if (await client.AnswersAsync(cancellationToken))
            {
                found.Add(client);
            }
            else
            {
                client.Dispose();
            }
        }

        if (found.Count <= 1)
        {
            return found.FirstOrDefault();
        }

        found.ForEach(client => client.Dispose());
        throw new VerbFailedException(ExitCodes.Usage, $"{found.Count} hosts run with the data directory {dataDirectory}. Say which with --url: {string.Join(", ", found.Select(client => client.Address))}.");
    }

    private static async Task<IReadOnlyList<HostKey>> ReadAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        try
        {
            return await HostKey.FindAllAsync(dataDirectory, cancellationToken);
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException)
        {
            throw new VerbFailedException(ExitCodes.NoPermission, $"{closed.Message} Only the user the host runs as may tell it what to do: run this as that user.", closed);
        }
    }
}
