using System.Reflection;
using DrAivBot.Routing;
using DrAivBot.Screens;
using Microsoft.Extensions.DependencyInjection.Extensions;
using IRouteBuilder = DrAivBot.Routing.IRouteBuilder;

namespace DrAivBot.Host.Modules;

/// <summary>Collects the routes of one module and notes what is wrong with them.</summary>
internal sealed class RouteBuilder(string moduleId, ModuleDeclarations declared, IServiceCollection services) : IRouteBuilder
{
    public IRoute Screen<TPlace, TScreen>()
        where TPlace : struct
        where TScreen : class, IScreen<TPlace> =>
        Add<TPlace, TScreen>(
            isScreen: true,
            (scope, turn, place, token) => scope.GetRequiredService<TScreen>().ShowAsync(turn, (TPlace)place, token));

    public IRoute Action<TPress, TAction>()
        where TPress : struct
        where TAction : class, IAction<TPress> =>
        Add<TPress, TAction>(
            isScreen: false,
            (scope, turn, press, token) => scope.GetRequiredService<TAction>().ActAsync(turn, (TPress)press, token));

    public void Command<TPlace>(string name, TPlace place)
        where TPlace : struct
    {
        declared.EnsureOpen();
        if (!ModuleNames.IsCommand(name))
        {
            declared.Add($"Command \"/{name}\" is not a name Telegram accepts. Use 1 to 32 characters of a-z, 0-9 and _, without the slash.");
        }
        else if (moduleId != ModuleNames.Core && ModuleNames.ReservedCommands.Contains(name))
        {
            declared.Add($"Command \"/{name}\" belongs to the host, as do {List(ModuleNames.ReservedCommands)}. Choose another name.");
        }
        else if (declared.Commands.Exists(command => command.Name == name))
        {
            declared.Add($"Command \"/{name}\" is declared twice. Remove one of the two.");
        }

        declared.Commands.Add((name, typeof(TPlace), place));
    }

    public void DeepLink<TPlace>(string prefix, Func<string, TPlace> place)
        where TPlace : struct
    {
        declared.EnsureOpen();
        if (!ModuleNames.IsDeepLinkPrefix(prefix))
        {
            declared.Add($"Deep link prefix \"{prefix}\" is not valid. Use 1 to 32 characters of A-Z, a-z, 0-9, _ and -, for example \"inv_\".");
        }

        foreach (var other in declared.DeepLinks.Where(link => DeepLinksClash(link.Prefix, prefix)))
        {
            declared.Add($"Deep link prefix \"{prefix}\" and \"{other.Prefix}\" cannot be told apart: one begins with the other. Change one of them.");
        }

        declared.DeepLinks.Add((prefix, typeof(TPlace), payload => place(payload)));
    }

    public static bool DeepLinksClash(string left, string right) =>
        left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);

    private static string List(IEnumerable<string> commands) => string.Join(", ", commands.Select(name => "/" + name));

    private DeclaredRoute Add<TData, THandler>(
        bool isScreen, Func<IServiceProvider, ITurn, object, CancellationToken, Task<Reply>> handleAsync)
        where THandler : class
    {
        declared.EnsureOpen();
        services.TryAddScoped<THandler>();
        var tag = TagOf(typeof(TData));
        var route = new DeclaredRoute(typeof(TData), tag, isScreen, ShapeOf(typeof(TData)), handleAsync);
        if (declared.Routes.Find(other => other.DataType == typeof(TData)) is not null)
        {
            declared.Add($"{typeof(TData).Name} has two handlers; {typeof(THandler).Name} is the second. A struct has one screen or one action.");
        }
        else if (tag.Length > 0 && declared.Routes.Find(other => other.Tag == tag) is { } same)
        {
            declared.Add($"{same.DataType.Name} and {typeof(TData).Name} both have [Callback(\"{tag}\")]. Give one of them another tag.");
        }

        declared.Routes.Add(route);
        return route;
    }

    private string TagOf(Type type)
    {
        if (type.GetCustomAttribute<CallbackAttribute>() is not { } callback)
        {
            declared.Add($"{type.Name} has no [Callback] attribute, so no button can carry it. Add [Callback(\"{Suggest(type)}\")] to the struct.");
            return "";
        }

        if (!ModuleNames.IsTag(callback.Tag))
        {
            declared.Add($"{type.Name} has the tag \"{callback.Tag}\". A tag has {ModuleNames.TagRule}; for example [Callback(\"{Suggest(type)}\")].");
        }

        return callback.Tag;
    }

    private CallbackShape ShapeOf(Type type)
    {
        try
        {
            return CallbackShape.Of(type);
        }
        catch (ModuleRefusedException refused)
        {
            declared.Add(refused.Message);
            return CallbackShape.Nothing;
        }
    }

    private static string Suggest(Type type)
    {
        var words = type.Name.Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter));
        var tag = string.Concat(words);
        return tag.Length <= 20 ? tag : tag[..20].TrimEnd('-');
    }
}
