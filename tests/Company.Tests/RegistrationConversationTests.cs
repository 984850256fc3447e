using System.Text.Json;
using DrAivBot.Company.Registration;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DrAivBot.Company.Tests;

/// <summary>The module as the host registers it, and its dialog as the host leads it.</summary>
public sealed class RegistrationConversationTests : IAsyncDisposable
{
    private readonly LoadedModule _module = new ModuleRegistrar(new ModuleContainer(NullLoggerFactory.Instance, TimeProvider.System), TextCatalogue.LoadCore())
        .Register(new CompanyModule(), "company", ModuleSettings.None, "test", loader: null);

    private readonly PaperTurn _turn = new(CompanyTexts.Russian) { Member = null };
    private readonly PaperChart _chart = new();
    private readonly DialogEngine _engine = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DialogRegistration Dialog => Assert.Single(_module.Dialogs, dialog => dialog.Id == "registration");

    public ValueTask DisposeAsync() => _module.DisposeAsync();

    [Fact]
    public void The_host_accepts_every_declaration_and_every_text_of_the_dialog()
    {
        Assert.All(_module.Dialogs, dialog => DialogEngine.Verify(dialog, CompanyTexts.Catalogue));

        Assert.Equal(["companies", "invitations", "mydata", "newcompany", "people", "profile", "structure"], _module.Commands.Select(command => command.Name).Order(StringComparer.Ordinal));
        Assert.All(_module.Commands, command => Assert.True(CompanyTexts.Catalogue.Has("company.command." + command.Name)));
        Assert.All(_module.MenuItems, entry => Assert.True(CompanyTexts.Catalogue.Has(entry.Item.TextKey)));
        Assert.Equal(CompanyRoles.Everyone, _module.Permissions["company.chart.view"]);
        Assert.All(_module.Routes, route => Assert.True(route.AllowsGuests || route.Permission is not null || route.DataType == typeof(WelcomePlace)));
    }

    [Theory]
    [InlineData("Омск", "рубль", "Asia/Omsk", null)]
    [InlineData("Омск", "российский рубль", "Asia/Omsk", "RUB")]
    [InlineData("алматы", "kzt", "Asia/Almaty", "KZT")]
    [InlineData("Нью-Йорк", "EUR", "America/New_York", "EUR")]
    [InlineData("Берлин +1", "швейцарский франк", "Europe/Berlin", null)]
    public async Task Zone_and_currency_can_be_typed_in_part_unless_that_means_several_or_none(string city, string money, string zone, string? currency)
    {
        await using var scope = _module.CreateScope(new TurnServices().Add<ITurn>(_turn).Add<IOrganisation>(_chart));
        var services = scope.ServiceProvider;
        var asked = await _engine.BeginAsync(Dialog, new RegistrationState { Key = Guid.NewGuid() }, services, _turn, Cancellation);
        foreach (var answer in new[] { "Северный ветер", city, money })
        {
            asked = await _engine.AnswerTextAsync(Dialog, asked.Dialog!, answer, services, _turn, Cancellation);
        }

        var state = StateOf(asked.Dialog!);
        Assert.Equal(("Северный ветер", zone), (state.Name, state.TimeZone));
        Assert.Equal(currency, state.Currency);
    }

    [Fact]
    public async Task A_refused_name_says_why_and_asks_again()
    {
        await using var scope = _module.CreateScope(new TurnServices().Add<ITurn>(_turn).Add<IOrganisation>(_chart));
        var asked = await _engine.BeginAsync(Dialog, new RegistrationState(), scope.ServiceProvider, _turn, Cancellation);

        var refused = await _engine.AnswerTextAsync(Dialog, asked.Dialog!, "2026", scope.ServiceProvider, _turn, Cancellation);

        Assert.Contains("нет ни одной буквы", refused.Screen!.Body.Html, StringComparison.Ordinal);
        Assert.Contains("Как называется", refused.Screen.Body.Html, StringComparison.Ordinal);
        Assert.Empty(StateOf(refused.Dialog!).Name);
    }

    [Fact]
    public async Task The_review_shows_all_answers_and_its_confirmation_registers_them()
    {
        await using var scope = _module.CreateScope(new TurnServices().Add<ITurn>(_turn).Add<IOrganisation>(_chart));
        var services = scope.ServiceProvider;
        var asked = await _engine.BeginAsync(Dialog, new RegistrationState { Key = Guid.NewGuid() }, services, _turn, Cancellation);
        foreach (var answer in new[] { "Ветер & Ко", "Алматы", "KZT" })
        {
            asked = await _engine.AnswerTextAsync(Dialog, asked.Dialog!, answer, services, _turn, Cancellation);
        }

        Assert.Contains("<b>Ветер &amp; Ко</b>", asked.Screen!.Body.Html, StringComparison.Ordinal);
        Assert.Contains("Алматы · UTC+5", asked.Screen.Body.Html, StringComparison.Ordinal);
        Assert.Contains("KZT · казахстанский тенге", asked.Screen.Body.Html, StringComparison.Ordinal);
        var confirm = Assert.IsType<DialogPress>(asked.Screen.Rows[0][0].Press);
        var done = await _engine.PressAsync(Dialog, asked.Dialog!, confirm, services, _turn, Cancellation);

        Assert.Equal(new NewCompany { Name = "Ветер & Ко", TimeZone = "Asia/Almaty", Currency = "KZT" }, Assert.Single(_chart.Registered));
        Assert.Equal(new WelcomePlace(), done.Completed!.Place);
    }

    private static RegistrationState StateOf(StoredDialog dialog) =>
        JsonSerializer.Deserialize(dialog.State, CompanyJson.Default.RegistrationState)!;
}
