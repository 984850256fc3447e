using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Testing.Conformance;

/// <summary>Tells which buttons are the module's: callback data is sealed, not hidden.</summary>
internal sealed class ButtonKinds(ModuleCatalogue catalogue, string moduleId)
{
    /// <summary>The kind of all buttons of a dialog.</summary>
    public const string Dialog = "core.dialog";

    private const int HeadChars = CallbackSeal.MaxBytes - CallbackSeal.MaxPressBytes;
    private const int TagChars = 4;
    private const char TokenMark = '$';

    private readonly Dictionary<string, string> _names = Routes(catalogue, moduleId)
        .ToDictionary(route => route.Tag, route => route.Name, StringComparer.Ordinal);

    public IReadOnlyList<string> Commands { get; } = [.. catalogue.Routes.Modules
        .Where(module => module.Manifest.Id == moduleId).SelectMany(module => module.Commands).Select(command => command.Name)];

    public static IReadOnlyList<Route> Routes(ModuleCatalogue catalogue, string moduleId) =>
        [.. catalogue.Routes.Modules.Where(module => module.Manifest.Id == moduleId).SelectMany(module => module.Routes)];

    /// <summary>Lets the module run on after failures: the host would let it rest, and the rest of it stay unseen.</summary>
    public void Forgive()
    {
        foreach (var module in catalogue.Routes.Modules)
        {
            module.Breaker.Reset();
        }
    }

    /// <summary>The route's name; null for a button of the host or of another module.</summary>
    public string? Find(string data)
    {
        var press = data.Length > HeadChars ? data[HeadChars..] : "";
        return press switch
        {
            [TokenMark, ..] => "(kept in the session)",
            { Length: < TagChars } => null,
            _ when press[..TagChars] == Route.TagOf(Dialog) => Dialog,
            _ => _names.GetValueOrDefault(press[..TagChars]),
        };
    }
}
