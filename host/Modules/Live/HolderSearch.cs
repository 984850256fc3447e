using System.Collections;
using System.Reflection;

namespace DrAivBot.Host.Modules.Live;

/// <summary>
/// Finds what holds a module's code in memory by following references from the places that usually do: timers, events
/// of the process, caches of the framework. Names the type of the module at the end of the shortest way there.
/// </summary>
internal static class HolderSearch
{
    private const int MostObjects = 300_000;
    private const int LongestWay = 12;

    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private const string Nowhere =
        "No timer, event of the process or cache that the host knows of holds it. What is left: a thread or a call that does not return, a GCHandle, "
        + "an await that never ends, or a library the module shares with the host.";

    /// <summary>Types whose static fields hold what outlives a module when it does not clean up.</summary>
    private static readonly (string What, string Type)[] Places =
    [
        ("a running timer", "System.Threading.TimerQueue"),
        ("an event of the process", "System.AppContext"),
        ("an event of the process", "System.AppDomain"),
        ("an event of the process", "System.Runtime.Loader.AssemblyLoadContext"),
        ("an event of the process", "System.Threading.Tasks.TaskScheduler"),
        ("a handler of Ctrl-C", "System.Console, System.Console"),
        ("the cache of TypeDescriptor", "System.ComponentModel.TypeDescriptor, System.ComponentModel.TypeConverter"),
        ("the cache of TypeDescriptor", "System.ComponentModel.ReflectTypeDescriptionProvider, System.ComponentModel.TypeConverter"),
        ("the cache of JsonSerializer", "System.Text.Json.JsonSerializerOptions, System.Text.Json"),
        ("the logging library", "NLog.LogManager, NLog"),
    ];

    /// <summary>Who holds it, in words.</summary>
    public static string Find(WeakReference code)
    {
        if (code.Target is not Assembly assembly)
        {
            return "It has left memory late.";
        }

        foreach (var (what, name) in Places)
        {
            if (Type.GetType(name) is { } type && FindFrom(type, assembly) is { } held)
            {
                return $"It is held by {what}: {held}, of the module. End it in DisposeAsync of a singleton service, or when IModuleLife.Stopping is cancelled.";
            }
        }

        return Nowhere;
    }

    private static string? FindFrom(Type place, Assembly assembly)
    {
        var seen = new Dictionary<object, object?>(ReferenceEqualityComparer.Instance);
        var queue = new Queue<object>();
        foreach (var field in place.GetFields(Everything).Where(field => field.IsStatic))
        {
            Add(Read(field, null), null, seen, queue);
        }

        while (queue.TryDequeue(out var found) && seen.Count < MostObjects)
        {
            if (NameIn(found, assembly) is { } name)
            {
                return name + Way(found, seen);
            }

            foreach (var next in ReferencesOf(found))
            {
                Add(next, found, seen, queue);
            }
        }

        return null;
    }

    private static string? NameIn(object found, Assembly assembly)
    {
        if (found is Delegate called && called.Method.Module.Assembly == assembly)
        {
            return $"{Readable(called.Method.DeclaringType!)}.{called.Method.Name}";
        }

        var type = found as Type ?? found.GetType();
        return Mentions(type, assembly) ? Readable(type) : null;
    }

    private static bool Mentions(Type type, Assembly assembly) =>
        type.Assembly == assembly || type.GetGenericArguments().Any(argument => Mentions(argument, assembly));

    /// <summary>What the compiler made for a method is called after the method's class.</summary>
    private static string Readable(Type type) => type switch
    {
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Readable))}>",
        { DeclaringType: { } outer } => $"{Readable(outer)}.{type.Name}",
        _ => type.FullName ?? type.Name,
    };

    private static IEnumerable<object?> ReferencesOf(object found)
    {
        if (found is Array { Length: > 0 } array)
        {
            return array.GetType().GetElementType() is { IsPrimitive: false } ? array.Cast<object?>() : [];
        }

        if (found is Type or Pointer or string || found is IEnumerator)
        {
            return [];
        }

        var fields = new List<object?>();
        for (var type = found.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            fields.AddRange(type.GetFields(Everything).Where(field => !field.IsStatic && CanHold(field.FieldType)).Select(field => Read(field, found)));
        }

        return fields;
    }

    private static bool CanHold(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsPointer && !type.IsByRef && !type.IsByRefLike && type != typeof(string)
        && type != typeof(WeakReference) && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(WeakReference<>));

    private static object? Read(FieldInfo field, object? of)
    {
        try
        {
            return field.FieldType.IsByRefLike || field.FieldType.IsPointer ? null : field.GetValue(of);
        }
        catch (Exception unreadable) when (unreadable is FieldAccessException or NotSupportedException or TargetException or TypeInitializationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Who refers to it, the nearest last.</summary>
    private static string Way(object found, Dictionary<object, object?> seen)
    {
        var way = new List<string>();
        for (var holder = seen[found]; holder is not null && way.Count < LongestWay; holder = seen[holder])
        {
            way.Insert(0, Readable(holder.GetType()));
        }

        return way.Count == 0 ? "" : $" (by way of {string.Join(" → ", way)})";
    }

    private static void Add(object? found, object? holder, Dictionary<object, object?> seen, Queue<object> queue)
    {
        if (found is not (null or string or WeakReference) && seen.TryAdd(found, holder))
        {
            queue.Enqueue(found);
        }
    }
}
