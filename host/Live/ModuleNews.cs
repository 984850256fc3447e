using DrAivBot.Host.Delivery;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Updates;
using DrAivBot.Host.Work;

namespace DrAivBot.Host.Live;

/// <summary>Who must hear of a change of modules: jobs and events before it, the operator and Telegram's list of commands after it.</summary>
internal sealed class ModuleNews(JobService jobs, BotIntroduction introduction, OperatorAlerts alerts)
{
    private const int LongestReason = 500;

    /// <summary>Makes known what the modules that are about to become active schedule and listen to.</summary>
    public Task PrepareAsync(RouteTable routes, CancellationToken cancellationToken) => jobs.PrepareAsync(routes, cancellationToken);

    /// <summary>Tells the operator what was refused, and Telegram the commands there are now; waits for neither.</summary>
    public void Tell(IReadOnlyList<ModuleStatus> before, IReadOnlyList<ModuleStatus> after)
    {
        foreach (var status in after.Where(status => before.FirstOrDefault(old => old.Id == status.Id) is not { } old || old.Reason != status.Reason || old.State != status.State))
        {
            if (status.State == ModuleState.Refused)
            {
                alerts.Raise("core.alert.module_refused", ("module", status.Id), ("reason", Shorten(status.Reason)));
            }
            else if (status is { State: ModuleState.Active, Reason.Length: > 0 })
            {
                alerts.Raise("core.alert.module_kept", ("module", status.Id), ("reason", Shorten(status.Reason)));
            }
        }

        _ = introduction.RenewCommandsAsync(CancellationToken.None);
    }

    /// <summary>Tells the operator that the list of modules cannot be used.</summary>
    public void TellBroken(string reason) => alerts.Raise("core.alert.plugins_file", ("reason", Shorten(reason)));

    private static string Shorten(string reason) => reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason;
}
