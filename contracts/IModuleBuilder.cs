using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Dialogs;
using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Routing;
using DrAivBot.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot;

/// <summary>Collects what a module declares. Implemented by the host; grows by new members.</summary>
public interface IModuleBuilder
{
    /// <summary>
    /// The module's own service container. Handlers and dialogs are added to it by their registration, scoped to one
    /// turn. Core services (<see cref="IOrganisation"/>, <see cref="ITurn"/>, <see cref="Work.IWork"/>, <see cref="TimeProvider"/>,
    /// <c>ILogger&lt;T&gt;</c>) can be injected and must not be registered again.
    /// </summary>
    IServiceCollection Services { get; }

    /// <summary>Screens, actions, commands and deep links of the module.</summary>
    IRouteBuilder Routes { get; }

    /// <summary>
    /// Adds the texts embedded under <paramref name="folder"/>: <c>ru.json</c> and <c>en.json</c>, flat objects from
    /// key to text. Keys start with the module id and a dot. Both files need the same keys, placeholders and the plural
    /// forms of their language, or the module is refused with the difference.
    /// </summary>
    /// <param name="folder">Folder of the embedded resources, by default <c>Texts</c>.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddTexts(string folder = "Texts");

    /// <summary>
    /// Adds the SQL files embedded under <paramref name="folder"/>, named <c>NNNN_what.sql</c>, run once each in the
    /// order of their numbers in the schema of the module. Every table needs a <c>company_id</c> column, which leads its
    /// keys, and row level security (<c>select core.isolate('schema.table')</c> sets it); a lint refuses the module
    /// otherwise, and nothing of a refused migration stays.
    /// </summary>
    /// <param name="folder">Folder of the embedded resources, by default <c>Migrations</c>.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddMigrations(string folder = "Migrations");

    /// <summary>
    /// Adds source-generated JSON metadata. Needed for every type the host stores for the module: dialog states,
    /// session slots, payloads of jobs and events. Reflection is not used, because it would keep an unloaded module in memory.
    /// </summary>
    /// <param name="json">The default instance of the module's <see cref="JsonSerializerContext"/>.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddJson(JsonSerializerContext json);

    /// <summary>Declares a right and who has it unless the company decides otherwise.</summary>
    /// <param name="id">Starts with the module id and a dot, for example <c>company.chart.view</c>.</param>
    /// <param name="grantedTo">Every role that has the right; roles do not inherit from one another.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddPermission(string id, CompanyRoles grantedTo);

    /// <summary>Adds a button to the bot's main menu.</summary>
    /// <param name="item">What it says, opens and who sees it.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddMenuItem(MenuItem item);

    /// <summary>Adds a dialog, which a handler starts with <c>Reply.Begin</c>.</summary>
    /// <typeparam name="TDialog">The dialog; created by the module's container for each turn.</typeparam>
    /// <typeparam name="TState">What it collects; needs JSON metadata (<see cref="AddJson"/>).</typeparam>
    /// <param name="id">Names the dialog within the module in stored sessions; keep it when classes are renamed.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddDialog<TDialog, TState>(string id)
        where TDialog : class, IDialog<TState>
        where TState : class, new();

    /// <summary>
    /// Declares what the module keeps in the session of a user between turns (<see cref="ITurn.GetSlot{T}"/>). For an
    /// unfinished input or a view's filter: a session ends 24 hours after the user's last act. What must last belongs
    /// into a table.
    /// </summary>
    /// <typeparam name="T">The value; needs JSON metadata (<see cref="AddJson"/>).</typeparam>
    /// <param name="id">Names the slot within the module in stored sessions.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddSessionSlot<T>(string id)
        where T : class, new();

    /// <summary>Rewrites what older versions of the module left in running sessions.</summary>
    /// <typeparam name="TUpgrade">Rewrites one part at a time; created by its parameterless constructor.</typeparam>
    /// <param name="version">Version of the module's sessions, 2 and up; 1 is what a module has without an upgrade. One higher with each change that needs one.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddSessionUpgrade<TUpgrade>(int version)
        where TUpgrade : class, ISessionUpgrade, new();

    /// <summary>Adds a job that runs in one transaction; <see cref="IJobs"/> schedules it.</summary>
    /// <typeparam name="TJob">The job; created by the module's container for each run.</typeparam>
    /// <typeparam name="TPayload">What is to be done, of one job only; needs JSON metadata (<see cref="AddJson"/>).</typeparam>
    /// <param name="id">Names the job within the module in the database; keep it when classes are renamed. Jobs of an id that the module no longer has wait.</param>
    /// <param name="options">How it is run; null for the defaults.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddJob<TJob, TPayload>(string id, JobOptions? options = null)
        where TJob : class, IJob<TPayload>
        where TPayload : class;

    /// <summary>Adds a job that may take long and uses short transactions; <see cref="IJobs"/> schedules it.</summary>
    /// <typeparam name="TJob">The job; created by the module's container for each run.</typeparam>
    /// <typeparam name="TPayload">What is to be done, of one job only; needs JSON metadata (<see cref="AddJson"/>).</typeparam>
    /// <param name="id">Names the job within the module in the database; keep it when classes are renamed.</param>
    /// <param name="options">How it is run; null for the defaults.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddLongJob<TJob, TPayload>(string id, JobOptions? options = null)
        where TJob : class, ILongJob<TPayload>
        where TPayload : class;

    /// <summary>Declares an event the module publishes with <see cref="IEvents"/>.</summary>
    /// <typeparam name="TEvent">What happened, of one event only; needs JSON metadata (<see cref="AddJson"/>).</typeparam>
    /// <param name="name">Starts with the module id and a dot, for example <c>planner.event_moved</c>. At most 60 characters.</param>
    /// <param name="version">1 and up. What handlers cannot read any more is a new version, published beside the old one for as long as it is needed.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddEvent<TEvent>(string name, int version)
        where TEvent : class;

    /// <summary>
    /// Handles an event of any module, by its name and exact version. The publisher may be absent. Only events published
    /// after the first start with the handler are delivered.
    /// </summary>
    /// <typeparam name="THandler">The handler; created by the module's container for each event.</typeparam>
    /// <typeparam name="TEvent">The module's own type of the event; needs JSON metadata (<see cref="AddJson"/>).</typeparam>
    /// <param name="name">As its publisher names it.</param>
    /// <param name="version">The version that <typeparamref name="TEvent"/> can read. One handler a module for each.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddEventHandler<THandler, TEvent>(string name, int version)
        where THandler : class, IEventHandler<TEvent>
        where TEvent : class;

    /// <summary>Says how much of the module's waits at a position, so that a position with open items is not archived.</summary>
    /// <param name="items">Two statements over the module's own tables; once a module.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddPositionItems(PositionItems items);

    /// <summary>
    /// Says which rows of the module are for one person alone, so that they go when the person is erased. What is not
    /// declared stays without the person's id and name; a company's erasure removes all of its rows without being asked.
    /// </summary>
    /// <param name="rows">A table and the column that says whose the row is; once for each such table.</param>
    /// <returns>This builder.</returns>
    IModuleBuilder AddPersonalRows(PersonalRows rows);

    /// <summary>
    /// The module's <c>settings</c> of <c>plugins.json</c>, read into <typeparamref name="T"/>; the defaults of
    /// <typeparamref name="T"/> when the file has none. A value that does not fit refuses the module, naming its path.
    /// </summary>
    /// <typeparam name="T">The settings.</typeparam>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <returns>The settings, constant until the module is loaded again.</returns>
    T GetSettings<T>(JsonTypeInfo<T> type)
        where T : class, new();
}
