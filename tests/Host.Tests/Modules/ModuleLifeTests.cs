using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Gate;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Modules;

public sealed class ModuleLifeTests
{
    [Fact]
    public async Task A_good_module_answers_by_tag_type_command_deep_link_and_menu()
    {
        await using var modules = await new TestModules().With("good", "Good").LoadAsync();

        var table = modules.Catalogue.Routes;
        Assert.True(table.TryFindCommand("hello", out var command));
        Assert.True(table.TryFindByTag(command.Route.Tag, out var byTag));
        Assert.Equal("good.hello", byTag.Name);
        Assert.Equal("good.greet", byTag.Permission);
        Assert.True(table.TryFindByType(byTag.DataType, out var byType));
        Assert.Same(byTag, byType);
        Assert.True(table.TryFindDeepLink("gd_abc", out var linked, out var place));
        Assert.Same(byTag, linked);
        Assert.IsType(byTag.DataType, place);
        Assert.False(table.TryFindDeepLink("xx_abc", out _, out _));
        Assert.Equal("good.menu.hello", Assert.Single(table.Menu).Item.TextKey);
        Assert.Equal(CompanyRoles.Everyone, table.Permissions["good.greet"]);
        Assert.Equal("introduction", table.FindDialog("good", "introduction")?.Id);
        Assert.Equal(["good.hello", "good.greet"], modules["good"].Routes);
    }

    [Fact]
    public async Task A_handler_gets_the_services_of_its_turn_and_its_settings()
    {
        await using var modules = await new TestModules().With("good", "Good", new { salutation = "Ahoy", limit = 9 }).LoadAsync();
        var action = modules.Catalogue.Routes.Modules.SelectMany(module => module.Actions).Single();
        var turn = new FakeTurn();
        var services = new TurnServices().Add<ITurn>(turn).Add<IOrganisation>(new FakeOrganisation());

        await using var scope = action.Module.CreateScope(services);
        Assert.True(action.Shape.TryDecode("E", out var press));
        var reply = await action.ActAsync(scope.ServiceProvider, turn, press, TestContext.Current.CancellationToken);

        Assert.Equal(ReplyKind.Stay, reply.Kind);
        Assert.Equal("Ahoy Anna 7/9", reply.Toast);
    }

    [Fact]
    public async Task A_core_service_asked_for_outside_a_turn_explains_itself()
    {
        await using var modules = await new TestModules().With("good", "Good").LoadAsync();
        var module = modules.Catalogue.Routes.Modules[^1];

        await using var scope = module.Services.CreateAsyncScope();
        var refused = Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<ITurn>());

        Assert.Contains("ITurn was asked for outside a turn", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_modules_bring_two_versions_of_one_library()
    {
        await using var modules = await new TestModules()
            .With("private_dependency", "PrivateDependency").With("other_dependency", "OtherDependency").LoadAsync();

        var versions = modules.Catalogue.Routes.Modules.Skip(1)
            .Select(module => module.Services.GetRequiredService<IFormattable>().ToString(null, null));
        Assert.Equal(["2.0.0", "1.0.0"], versions);
    }

    [Fact]
    public async Task A_module_runs_from_a_read_only_copy_so_that_its_file_can_be_replaced()
    {
        await using var modules = await new TestModules().With("good", "Good").LoadAsync();

        var assembly = modules.Catalogue.Routes.Modules[^1].Routes[0].DataType.Assembly.Location;
        Assert.StartsWith(Path.Combine(modules.Data, "modules", "good") + Path.DirectorySeparatorChar, assembly, StringComparison.Ordinal);
        Assert.Matches(@"[/\\]\d+\.\d+\.\d+-[0-9a-f]{12}[/\\]", assembly);
        Assert.True(File.GetAttributes(assembly).HasFlag(FileAttributes.ReadOnly));
    }

    [Fact]
    public async Task A_version_in_use_stays_and_an_unused_one_is_removed()
    {
        var token = TestContext.Current.CancellationToken;
        var data = Directory.CreateTempSubdirectory("draivbot-store-").FullName;
        var source = Directory.CreateDirectory(Path.Combine(data, "source")).FullName;
        var store = new ModuleStore(data, TimeProvider.System);

        var first = await StoreAsync("one");
        var second = await StoreAsync("two");
        var firstWhileUsed = File.Exists(first.MainPath);
        first.Dispose();
        using var third = await StoreAsync("three");

        Assert.True(firstWhileUsed);
        Assert.False(File.Exists(first.MainPath));
        Assert.True(File.Exists(second.MainPath));
        second.Dispose();

        async Task<StoredModule> StoreAsync(string content)
        {
            var path = Path.Combine(source, "module.dll");
            await File.WriteAllTextAsync(path, content, token);
            var folder = new FolderSource(source);
            var files = await PackageFiles.ReadAsync(folder, token);
            return await store.StoreAsync(
                "m", new ModulePackage { Source = folder, Files = files.All, Main = "module.dll", Hash = "", AssemblyVersion = new Version(1, 0, 0, 0) }, token);
        }
    }

    [Fact]
    public async Task The_start_up_report_is_a_table_with_the_reasons()
    {
        await using var modules = await new TestModules().With("good", "Good").With("needs_missing", "NeedsMissing").LoadAsync();

        var report = StartupReport.Render(modules.Catalogue.Statuses);

        Assert.Equal(
            """
            module         version  state             reason
            good           1.2.3    active, 2 routes
            needs_missing  1.0      refused           needs module 'company', which is not enabled. Add "company" to plugins.json.

            """,
            report);
    }
}
