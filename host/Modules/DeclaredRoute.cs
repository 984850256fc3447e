using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Modules;

/// <summary>A route while the module declares who may use it.</summary>
internal sealed class DeclaredRoute(
    Type dataType,
    string tag,
    bool isScreen,
    CallbackShape shape,
    Func<IServiceProvider, ITurn, object, CancellationToken, Task<Reply>> handleAsync) : IRoute
{
    public Type DataType => dataType;

    /// <summary>As the struct's attribute says, unique within the module only.</summary>
    public string Tag => tag;

    public bool IsScreen => isScreen;

    public string? Permission { get; private set; }

    public bool AllowsGuests { get; private set; }

    public IRoute Require(string permission)
    {
        Permission = permission;
        return this;
    }

    IRoute IRoute.AllowGuests()
    {
        AllowsGuests = true;
        return this;
    }

    public Route Build(LoadedModule module)
    {
        var name = $"{module.Manifest.Id}.{tag}";
        return isScreen
            ? new ScreenRoute
            {
                Module = module,
                DataType = dataType,
                Tag = Route.TagOf(name),
                Name = name,
                Shape = shape,
                Permission = Permission,
                AllowsGuests = AllowsGuests,
                ShowAsync = handleAsync,
            }
            : new ActionRoute
            {
                Module = module,
                DataType = dataType,
                Tag = Route.TagOf(name),
                Name = name,
                Shape = shape,
                Permission = Permission,
                AllowsGuests = AllowsGuests,
                ActAsync = handleAsync,
            };
    }
}
