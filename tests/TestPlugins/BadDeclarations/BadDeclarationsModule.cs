using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.BadDeclarations;

public sealed class BadDeclarationsModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "bad_declarations", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations();
        module.AddPermission("bad_declarations.edit", CompanyRoles.Owner).AddPermission("others.edit", CompanyRoles.Owner);
        module.AddMenuItem(new MenuItem { TextKey = "bad_declarations.menu.open", Place = new Nowhere() });
        module.AddDialog<Form, FormState>("Form!").AddSessionSlot<FormState>("draft");
        module.Routes.Screen<Untagged, Draw>().Require("bad_declarations.edti");
        module.Routes.Screen<First, Draw>();
        module.Routes.Screen<Second, Draw>();
        module.Routes.Screen<Priced, Draw>();
        module.Routes.Command("help", new First());
        module.Routes.Command("Bad-Name", new First());
        module.Routes.DeepLink("inv_", _ => new First());
        module.Routes.DeepLink("inv_more_", _ => new First());
    }
}

public readonly record struct Untagged;

[Callback("nowhere")]
public readonly record struct Nowhere;

[Callback("same")]
public readonly record struct First;

[Callback("same")]
public readonly record struct Second;

[Callback("priced")]
public readonly record struct Priced(decimal Amount);

public sealed class FormState
{
    public string Answer { get; set; } = "";
}

public sealed class Form : IDialog<FormState>
{
    public void Define(IDialogSteps<FormState> steps)
    {
    }

    public Task<Reply> CompleteAsync(ITurn turn, FormState state, CancellationToken cancellationToken) => Task.FromResult(Reply.Home);
}

public sealed class Draw : IScreen<Untagged>, IScreen<First>, IScreen<Second>, IScreen<Priced>
{
    public Task<Reply> ShowAsync(ITurn turn, Untagged place, CancellationToken cancellationToken) => Task.FromResult(Reply.Home);

    public Task<Reply> ShowAsync(ITurn turn, First place, CancellationToken cancellationToken) => Task.FromResult(Reply.Home);

    public Task<Reply> ShowAsync(ITurn turn, Second place, CancellationToken cancellationToken) => Task.FromResult(Reply.Home);

    public Task<Reply> ShowAsync(ITurn turn, Priced place, CancellationToken cancellationToken) => Task.FromResult(Reply.Home);
}
