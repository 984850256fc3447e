namespace DrAivBot.Host.Modules.Live;

/// <summary>Decides which of the modules that could run do run: none that lacks another, claims what another has, or stands in a circle.</summary>
internal static class ModuleSettlement
{
    /// <summary>Refuses until what is left fits together.</summary>
    /// <returns>The modules that run, each after those it requires.</returns>
    public static IReadOnlyList<LoadedModule> Settle(LoadedModule core, IReadOnlyList<ModuleSeat> seats)
    {
        while (FindWrong(core, seats) is { Count: > 0 } wrong)
        {
            foreach (var (seat, reason) in wrong)
            {
                seat.RefuseChosen(reason);
            }
        }

        return ModuleRequirements.Sort(ChosenOf(seats));
    }

    private static List<LoadedModule> ChosenOf(IReadOnlyList<ModuleSeat> seats) => [.. seats.Select(seat => seat.Chosen).OfType<LoadedModule>()];

    private static IReadOnlyList<(ModuleSeat Seat, string Reason)> FindWrong(LoadedModule core, IReadOnlyList<ModuleSeat> seats)
    {
        if (FindMissing(seats) is { } missing)
        {
            return [missing];
        }

        var chosen = ChosenOf(seats);
        var cyclic = chosen.Except(ModuleRequirements.Sort(chosen)).ToArray();
        return cyclic.Length > 0
            ? [.. seats.Where(seat => cyclic.Contains(seat.Chosen)).Select(seat => (seat, ModuleRequirements.DescribeCycle(seat.Chosen!, cyclic)))]
            : FindClash(core, seats) is { } clash ? [clash] : [];
    }

    private static (ModuleSeat Seat, string Reason)? FindMissing(IReadOnlyList<ModuleSeat> seats)
    {
        string[] present = [.. ChosenOf(seats).Select(module => module.Manifest.Id)];
        ModuleStatus[] statuses = [.. seats.Select(seat => new ModuleStatus
        {
            Id = seat.Id,
            State = seat.Entry.Enabled ? ModuleState.Refused : ModuleState.Disabled,
        })];
        foreach (var seat in seats)
        {
            if (seat.Chosen is { } module && ModuleRequirements.FindMissing(module, present, statuses) is { } reason)
            {
                return (seat, reason);
            }
        }

        return null;
    }

    /// <summary>Who runs already has what it claims; among the others the order of the file decides who is told.</summary>
    private static (ModuleSeat Seat, string Reason)? FindClash(LoadedModule core, IReadOnlyList<ModuleSeat> seats)
    {
        var accepted = new List<LoadedModule> { core };
        foreach (var seat in seats.Where(seat => seat.Chosen is not null).OrderBy(seat => seat.Fresh is null ? 0 : 1))
        {
            if (RouteClashes.Find(seat.Chosen!, accepted) is { Count: > 0 } clashes)
            {
                return (seat, string.Join('\n', clashes));
            }

            accepted.Add(seat.Chosen!);
        }

        return null;
    }
}
