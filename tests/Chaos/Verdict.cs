using System.Globalization;

namespace DrAivBot.Chaos;

/// <summary>Compares what happened with what was promised.</summary>
internal sealed class Verdict
{
    private const double MostDoubledSends = 0.005;

    /// <summary>Below this many messages a percentage says more about the number of kills than about the bot.</summary>
    private const int EnoughForPercentage = 50_000;

    private const int MostDoubledByDisturbance = 8;
    private const int Shown = 10;

    private readonly int _mostDoubledSends;
    private readonly Plan _plan;
    private readonly Findings _findings;
    private readonly Sends _sends;
    private readonly Postman _postman;
    private readonly Dictionary<(int User, string Text), int> _effects;
    private readonly List<PlannedUpdate> _posted;

    /// <param name="plan">What was to happen.</param>
    /// <param name="findings">What the database holds.</param>
    /// <param name="sends">What was sent.</param>
    /// <param name="postman">What was acknowledged.</param>
    /// <param name="disturbances">How often a host or the database ended.</param>
    public Verdict(Plan plan, Findings findings, Sends sends, Postman postman, int disturbances)
    {
        (_plan, _findings, _sends, _postman) = (plan, findings, sends, postman);
        _mostDoubledSends = sends.Sent >= EnoughForPercentage ? (int)(MostDoubledSends * sends.Sent) : MostDoubledByDisturbance * disturbances;
        _posted = [.. plan.Updates.Where(update => postman.AcknowledgementOf(update) is not null)];
        _effects = findings.Effected.CountBy(effect => (UserOf(effect.TelegramId), effect.Text)).ToDictionary();
        Lost = [.. _posted.Where(update => update is { Sequence: > 0, Poison: null } && EffectsOf(update) == 0 && !findings.SetAside.ContainsKey(update.Id))];
        Doubled = [.. _posted.Where(update => EffectsOf(update) > 1)];
        (OutOfOrder, Miscounted) = FindDisorder();
        SpareEffects = findings.Effected.Count - _posted.Count(update => update is { Sequence: > 0, Poison: null } && EffectsOf(update) > 0) - Doubled.Sum(update => EffectsOf(update) - 1);
        Innocent = [.. _posted.Where(update => update.Poison is null && findings.SetAside.ContainsKey(update.Id))];
        Unpunished = [.. _posted.Where(update => update.Poison is not null && !findings.SetAside.ContainsKey(update.Id))];
        Untold = [.. _posted.Where(update => findings.SetAside.TryGetValue(update.Id, out var found)
            && !sends.OthersTo(update.User).Any(text => text.Contains(found.Incident, StringComparison.Ordinal)))];
        Unanswered = [.. _posted.Where(update => update is { Sequence: > 0, Poison: null } && EffectsOf(update) > 0 && sends.CountOf(update) == 0)];
        DoubledSends = CountDoubledSends();
    }

    /// <summary>Acknowledged, but without an effect.</summary>
    public IReadOnlyList<PlannedUpdate> Lost { get; }

    public IReadOnlyList<PlannedUpdate> Doubled { get; }

    /// <summary>Took effect after a later one of the same person.</summary>
    public IReadOnlyList<PlannedUpdate> OutOfOrder { get; }

    /// <summary>The counter in the session does not fit the effect: session and effect did not commit together.</summary>
    public IReadOnlyList<PlannedUpdate> Miscounted { get; }

    /// <summary>Effects of poison, or in the company of somebody else.</summary>
    public int SpareEffects { get; }

    /// <summary>Set aside without being poison.</summary>
    public IReadOnlyList<PlannedUpdate> Innocent { get; }

    /// <summary>Poison that was not set aside.</summary>
    public IReadOnlyList<PlannedUpdate> Unpunished { get; }

    /// <summary>Set aside, but the person was not told the incident code.</summary>
    public IReadOnlyList<PlannedUpdate> Untold { get; }

    public IReadOnlyList<PlannedUpdate> Unanswered { get; }

    /// <summary>Messages sent again.</summary>
    public int DoubledSends { get; }

    /// <summary>What broke, in words; empty when every promise held.</summary>
    public IReadOnlyList<string> Broken =>
    [
        .. Explain(Lost, "lost"),
        .. Explain(Doubled, "took effect more than once"),
        .. Explain(OutOfOrder, "took effect out of order"),
        .. Explain(Miscounted, "left an effect without its session, or a session without its effect"),
        .. Explain(Innocent, "set aside, though harmless"),
        .. Explain(Unpunished, "poison, but not set aside"),
        .. Explain(Untold, "set aside, but nobody told the person its code"),
        .. Explain(Unanswered, "took effect, but were never answered"),
        .. new[]
        {
            Differ(_plan.ByUser.Count(updates => _postman.AcknowledgementOf(updates[0]) is not null), _findings.Companies, "companies, one for each person"),
            Differ(0, SpareEffects, "effects of poison or in a foreign company"),
            Differ(0, _findings.Inbox.Count, "updates left in the inbox"),
            Differ(0, _findings.Outbox, "messages left in the outbox"),
            Differ(0, _findings.DeliveriesSetAside, "messages set aside"),
DoubledSends <= _mostDoubledSends ? null : $"{DoubledSends} of {_sends.Sent} messages were sent again, more than {_mostDoubledSends}",
        }.OfType<string>(),
    ];

    public IReadOnlyList<string> Summary =>
    [
        $"effects: {_findings.Effected.Count}; lost {Lost.Count}, doubled {Doubled.Count}, out of order {OutOfOrder.Count}, without their session {Miscounted.Count}, foreign {SpareEffects}",
        $"poison set aside: {_findings.SetAside.Count - Innocent.Count} of {_posted.Count(update => update.Poison is not null)} "
            + $"({string.Join(", ", _posted.Where(update => update.Poison is not null).CountBy(update => update.Poison!.Value).Select(kind => $"{kind.Key} {kind.Value}"))}), "
            + $"innocent set aside {Innocent.Count}, incident codes not told {Untold.Count}",
        string.Create(CultureInfo.InvariantCulture, $"messages: {_sends.Sent} sent, {DoubledSends} again ({(double)DoubledSends / Math.Max(1, _sends.Sent):P2}), {_sends.OutOfOrder} overtaken by a later one, {Unanswered.Count} effects never answered"),
    ];

    private static int UserOf(long telegramId) => (int)(telegramId - PlannedUpdate.FirstUser);

    private static string? Differ(long expected, long found, string what) =>
        expected == found ? null : string.Create(CultureInfo.InvariantCulture, $"{found} instead of {expected} {what}");

    private int EffectsOf(PlannedUpdate update) => _effects.GetValueOrDefault((update.User, update.Text));

    private (IReadOnlyList<PlannedUpdate> OutOfOrder, IReadOnlyList<PlannedUpdate> Miscounted) FindDisorder()
    {
        var byText = _posted.ToDictionary(update => (update.User, update.Text));
        var (outOfOrder, miscounted) = (new List<PlannedUpdate>(), new List<PlannedUpdate>());
        foreach (var effects in _findings.Effected.GroupBy(effect => UserOf(effect.TelegramId)))
        {
            var (newest, count) = (0, 0);
            foreach (var effect in effects)
            {
                if (!byText.TryGetValue((effects.Key, effect.Text), out var update))
                {
                    continue;
                }

                if (update.Sequence < newest)
                {
                    outOfOrder.Add(update);
                }

                if (effect.TurnNumber != ++count)
                {
                    miscounted.Add(update);
                    count = effect.TurnNumber;
                }

                newest = Math.Max(newest, update.Sequence);
            }
        }

        return (outOfOrder, miscounted);
    }

    private int CountDoubledSends() =>
        _plan.Updates.Sum(update => Math.Max(0, _sends.CountOf(update) - 1))
        + Enumerable.Range(0, _plan.ByUser.Count).Sum(user => _sends.OthersTo(user).Count - _sends.OthersTo(user).Distinct().Count());

    private IEnumerable<string> Explain(IReadOnlyList<PlannedUpdate> updates, string what) => updates.Count == 0
        ? []
        : [$"{updates.Count} updates {what}:", .. updates.Take(Shown).Select(update => "  " + Explain(update))];

    private string Explain(PlannedUpdate update) => string.Join(", ", new[]
    {
        $"{update.Id} of person {update.User} «{update.Text}» ({update.Repetition})",
        $"acknowledged {_postman.AcknowledgementOf(update)}",
        _findings.Seen.Contains(update.Id) ? null : "not seen",
        _findings.Inbox.TryGetValue(update.Id, out var attempts) ? $"in the inbox after {attempts} attempts" : null,
        _findings.SetAside.TryGetValue(update.Id, out var aside) ? $"set aside after {aside.Attempts} attempts for {aside.Error}" : null,
        $"{EffectsOf(update)} effects",
        $"answered {_sends.CountOf(update)} times",
    }.OfType<string>());
}
