namespace DrAivBot.Routing;

/// <summary>
/// Collects a module's routes. Keys are exact, so the order of modules never decides who answers; what two modules
/// claim is refused at load, naming both. Implemented by the host; grows by new members.
/// </summary>
public interface IRouteBuilder
{
    /// <summary>Adds a place and the class that draws it.</summary>
    /// <typeparam name="TPlace">Which page; a struct with <see cref="CallbackAttribute"/>.</typeparam>
    /// <typeparam name="TScreen">Draws it; created by the module's container for each turn.</typeparam>
    /// <returns>The route, to say who may use it.</returns>
    IRoute Screen<TPlace, TScreen>()
        where TPlace : struct
        where TScreen : class, IScreen<TPlace>;

    /// <summary>Adds an act and the class that carries it out.</summary>
    /// <typeparam name="TPress">What to do; a struct with <see cref="CallbackAttribute"/>.</typeparam>
    /// <typeparam name="TAction">Carries it out; created by the module's container for each turn.</typeparam>
    /// <returns>The route, to say who may use it.</returns>
    IRoute Action<TPress, TAction>()
        where TPress : struct
        where TAction : class, IAction<TPress>;

    /// <summary>
    /// Adds a command that opens a place. Its description for Telegram's command list is the text
    /// <c>&lt;module&gt;.command.&lt;name&gt;</c>.
    /// </summary>
    /// <typeparam name="TPlace">A place added with <see cref="Screen{TPlace, TScreen}"/>.</typeparam>
    /// <param name="name">
    /// Without the slash: 1 to 32 characters of <c>a-z</c>, <c>0-9</c> and <c>_</c>. <c>start</c>, <c>menu</c>, <c>cancel</c>,
    /// <c>help</c>, <c>language</c> and <c>settings</c> belong to the host.
    /// </param>
    /// <param name="place">The place it opens.</param>
    void Command<TPlace>(string name, TPlace place)
        where TPlace : struct;

    /// <summary>Adds a deep link, <c>https://t.me/&lt;bot&gt;?start=&lt;prefix&gt;…</c>, that opens a place.</summary>
    /// <typeparam name="TPlace">A place added with <see cref="Screen{TPlace, TScreen}"/>.</typeparam>
    /// <param name="prefix">
    /// How the payload begins, for example <c>inv_</c>; no other prefix may begin with it. The whole payload has at most 64
    /// characters of <c>A-Z a-z 0-9 _ -</c>.
    /// </param>
    /// <param name="place">Turns what follows the prefix, untrusted, into the place.</param>
    void DeepLink<TPlace>(string prefix, Func<string, TPlace> place)
        where TPlace : struct;
}
