using System.Globalization;
using DrAivBot.Host.Texts;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace DrAivBot.Host.Configuration;

/// <summary>
/// Reads single values and collects what is wrong with them, so that an operator sees every problem at once instead of
/// one a start.
/// </summary>
internal sealed class SettingsReader(IConfigurationRoot configuration)
{
    private readonly List<ConfigurationProblem> _problems = [];
    private readonly Dictionary<string, List<string>> _known = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ConfigurationProblem> Problems => _problems;

    /// <summary>The value, or null when it is absent or blank.</summary>
    public string? Text(string section, string key)
    {
        if (!_known.TryGetValue(section, out var keys))
        {
            _known[section] = keys = [];
        }

        keys.Add(key);
        var value = configuration[$"{section}:{key}"];
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>Several values: divided by <c>;</c>, or a list of the file. Empty when it is absent or blank.</summary>
    public IReadOnlyList<string> Texts(string section, string key)
    {
        var one = Text(section, key);
        var list = configuration.GetSection($"{section}:{key}").GetChildren().Select(child => child.Value ?? "");
        return [.. list.Prepend(one ?? "").SelectMany(text => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    public int Number(string section, string key, int @default, int min, int max)
    {
        if (Text(section, key) is not { } text)
        {
            return @default;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        Report(section, key, text, $"is not a whole number from {min} to {max}.", $"Set it to a number in that range, or leave it out for {@default}.");
        return @default;
    }

    public long? ChatId(string section, string key)
    {
        if (Text(section, key) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value != 0)
        {
            return value;
        }

        Report(section, key, text, "is not the number of a Telegram chat.", "Set the operator's Telegram id, or the id of a group, which begins with a minus sign.");
        return null;
    }

    public TimeSpan Seconds(string section, string key, TimeSpan @default, int min, int max) =>
        TimeSpan.FromSeconds(Number(section, key, (int)@default.TotalSeconds, min, max));

    public TEnum OneOf<TEnum>(string section, string key, TEnum @default)
        where TEnum : struct, Enum
    {
        if (Text(section, key) is not { } text)
        {
            return @default;
        }

        if (Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<TEnum>(text, ignoreCase: true);
        }

        Report(section, key, text, $"is none of {string.Join(", ", Enum.GetNames<TEnum>())}.", $"Use one of these, or leave it out for {@default}.");
        return @default;
    }

    public Uri? Address(string section, string key, params string[] schemes)
    {
        if (Text(section, key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme, StringComparer.Ordinal) && uri.UserInfo.Length == 0)
        {
            return uri;
        }

        Report(section, key, null, $"is not an absolute address of the kind {string.Join(" or ", schemes)}.", $"Write it in full, for example {schemes[0]}://bot.example.org.");
        return null;
    }

    /// <summary>Checks the addresses the web server is to listen on, under the name ASP.NET gives them.</summary>
    public void ListeningAddresses(string key)
    {
        foreach (var address in SplitAddresses(configuration[key] ?? ""))
        {
            if (!IsListeningAddress(address))
            {
                _problems.Add(new()
                {
                    Source = configuration.Providers.OfType<EnvironmentVariablesConfigurationProvider>().Any(p => p.TryGet(key, out _)) ? "environment" : "command line or file",
                    Key = key,
                    Value = address,
                    Reason = "is not an address to listen on: http, a name or number of this machine, and a port up to 65535.",
                    Cure = "Write for example http://127.0.0.1:5080. For https put a proxy with a certificate in front.",
                });
            }
        }
    }

    public static string[] SplitAddresses(string addresses) =>
        addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool IsListeningAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Scheme: "http", PathBase: "", Port: >= 0 and <= 65535 };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Adds a problem of a value. Pass no value where it is a secret.</summary>
    public void Report(string section, string key, string? value, string reason, string cure) => _problems.Add(new()
    {
        Source = SourceOf(section, key),
        Key = $"{section}__{key}",
        Value = value,
        Reason = reason,
        Cure = cure,
    });

    /// <summary>
    /// Reports keys of the sections read so far that nobody asked for, and sections that are nearly one of them: most
    /// are misspelt. Other sections may belong to other programs.
    /// </summary>
    public void ReportUnknownKeys()
    {
        foreach (var section in configuration.GetChildren().Where(section => section.GetChildren().Any() && !_known.ContainsKey(section.Key)))
        {
            if (NearestName.Find(section.Key, _known.Keys) is { } near)
            {
                var child = section.GetChildren().First().Key;
                Report(section.Key, child, null, $"is not a setting of this host. Did you mean \"{near}__{child}\"?", $"Correct the name {section.Key}.");
            }
        }

        foreach (var (section, known) in _known)
        {
            foreach (var child in configuration.GetSection(section).GetChildren().Where(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
            {
                Report(
                    section,
                    child.Key,
                    null,
                    $"is not a setting of this host.{NearestName.Suggest($"{section}__{child.Key}", known.Select(name => $"{section}__{name}"))}",
                    $"Known here: {string.Join(", ", known.Select(name => $"{section}__{name}"))}.");
            }
        }
    }

    private string SourceOf(string section, string key)
    {
        foreach (var provider in configuration.Providers.Reverse().Where(p => p.TryGet($"{section}:{key}", out _)))
        {
            return provider switch
            {
                JsonConfigurationProvider json => json.Source.Path ?? "appsettings.json",
                EnvironmentVariablesConfigurationProvider => $"environment variable {section}__{key}",
                _ => "command line",
            };
        }

        return "not set";
    }
}
