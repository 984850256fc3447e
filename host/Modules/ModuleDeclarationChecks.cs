using System.Text.Json;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules;

/// <summary>What can only be checked when a module has declared everything.</summary>
internal static class ModuleDeclarationChecks
{
    public static void Run(string moduleId, ModuleDeclarations declared)
    {
        var places = declared.Routes.Where(route => route.IsScreen).Select(route => route.DataType).ToHashSet();
        CheckPlaces(declared, places);
        CheckPermissions(declared);
        CheckJson(declared);
        CheckTags(moduleId, declared);
        CheckRecurring(declared);
    }

    /// <summary>Nobody schedules these, so their payload comes from nothing.</summary>
    private static void CheckRecurring(ModuleDeclarations declared)
    {
        foreach (var job in declared.Jobs.Where(job => job.Options.Cron is not null))
        {
            try
            {
                if (declared.FindJson(job.PayloadType) is { } json)
                {
                    JsonSerializer.Deserialize("{}", json);
                }
            }
            catch (JsonException)
            {
                declared.Add($"Job \"{job.Id}\" recurs by itself, but {job.PayloadType.Name} cannot be read from an empty object. Give its members defaults instead of required.");
            }
        }
    }

    private static void CheckPlaces(ModuleDeclarations declared, HashSet<Type> places)
    {
        foreach (var (name, type, _) in declared.Commands.Where(command => !places.Contains(command.PlaceType)))
        {
            declared.Add(NoScreen($"Command \"/{name}\"", type));
        }

        foreach (var (prefix, type, _) in declared.DeepLinks.Where(link => !places.Contains(link.PlaceType)))
        {
            declared.Add(NoScreen($"Deep link \"{prefix}\"", type));
        }

        foreach (var item in declared.MenuItems.Where(item => !places.Contains(item.Place.GetType())))
        {
            declared.Add(NoScreen($"Menu item \"{item.TextKey}\"", item.Place.GetType()));
        }
    }

    private static string NoScreen(string what, Type place) =>
        $"{what} opens {place.Name}, but no screen draws it. Add module.Routes.Screen<{place.Name}, …>().";

    private static void CheckPermissions(ModuleDeclarations declared)
    {
        foreach (var route in declared.Routes)
        {
            if (route.Permission is { } permission && !declared.Permissions.ContainsKey(permission))
            {
                declared.Add($"{route.DataType.Name} requires \"{permission}\", a permission the module does not declare."
                    + NearestName.Suggest(permission, declared.Permissions.Keys)
                    + $" Otherwise add module.AddPermission(\"{permission}\", …).");
            }

            if (route.Permission is not null && route.AllowsGuests)
            {
                declared.Add($"{route.DataType.Name} allows guests and requires \"{route.Permission}\", which no guest has. Remove one of the two.");
            }
        }
    }

    /// <summary>Buttons name a route by three bytes of a hash, which two names may share by chance.</summary>
    private static void CheckTags(string moduleId, ModuleDeclarations declared)
    {
        var names = declared.Routes.Select(route => $"{moduleId}.{route.Tag}").Distinct();
        foreach (var same in names.GroupBy(Route.TagOf).Where(same => same.Count() > 1))
        {
            declared.Add($"The routes {string.Join(" and ", same)} get the same short tag by chance. Give one of them another [Callback] tag.");
        }
    }

    private static void CheckJson(ModuleDeclarations declared)
    {
        var stored = declared.Dialogs.Select(dialog => (What: $"dialog \"{dialog.Id}\"", Type: dialog.StateType))
            .Concat(declared.Slots.Select(slot => (What: $"session slot \"{slot.Id}\"", slot.Type)))
            .Concat(declared.Jobs.Select(job => (What: job.Event is { } handled ? $"handler of event {handled}" : $"job \"{job.Id}\"", Type: job.PayloadType)))
            .Concat(declared.Events.Select(published => (What: $"event {published.Name}", published.Type)));
        foreach (var (what, type) in stored.Where(stored => declared.FindJson(stored.Type) is null))
        {
            var context = declared.Json.Count > 0 ? declared.Json[0].GetType().Name : "a JsonSerializerContext, and pass its Default to AddJson";
            declared.Add($"The {what} stores {type.Name}, for which there is no JSON metadata. Add [JsonSerializable(typeof({type.Name}))] to {context}.");
        }
    }
}
