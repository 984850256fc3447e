namespace DrAivBot.Chaos.Reloads;

/// <summary>Compares what modules that came and went made of the updates with what was promised.</summary>
internal sealed class ReloadVerdict
{
    private const int Shown = 10;

    private readonly AnswerBook _book;
    private readonly ModuleHand _hand;
    private readonly Postman _postman;
    private readonly ILookup<(int User, string Text), Effect> _effects;
    private readonly IReadOnlyList<long> _setAside;
    private readonly List<Written> _posted;

    /// <param name="book">What was written and answered.</param>
    /// <param name="hand">What was changed.</param>
    /// <param name="postman">What was acknowledged.</param>
    /// <param name="effects">What the database holds, each module's in their order.</param>
    /// <param name="setAside">Updates that were given up.</param>
    public ReloadVerdict(AnswerBook book, ModuleHand hand, Postman postman, IReadOnlyList<Effect> effects, IReadOnlyList<long> setAside)
    {
        (_book, _hand, _postman, _setAside) = (book, hand, postman, setAside);
        _effects = effects.ToLookup(effect => (effect.User, effect.Text));
        _posted = [.. book.ByUser.SelectMany(written => written)];
        Lost = [.. _posted.Where(written => postman.AcknowledgementOf(written.Update) is null || written.Answers == 0 || (NeedsEffect(written) && EffectsOf(written) == 0))];
        Doubled = [.. _posted.Where(written => EffectsOf(written) > 1 || written.Answers > 1)];
        Untrue = [.. _posted.Where(written => written.Update.Sequence > 0 && written.SaysStored != EffectsOf(written) > 0)];
        OutOfOrder = [.. book.ByUser.SelectMany(Disorder)];
        Miscounted = effects.GroupBy(effect => effect.User).Sum(user => user.Select((effect, index) => effect.TurnNumber == index + 1 ? 0 : 1).Sum());
        SteppedBack = effects.GroupBy(effect => effect.User).Sum(user => user.Zip(user.Skip(1)).Count(pair => pair.Second.Build < pair.First.Build));
        SwitchedOff = _posted.Count(written => written.Update.IsAlwaysLink && written is { Update.Sequence: > 0, SaysStored: false, Answers: > 0 });
        Builds = effects.Select(effect => effect.Build).Distinct().Count();
        SpareEffects = effects.Count - _posted.Sum(EffectsOf);
    }

    /// <summary>Not acknowledged, not answered, or without the effect it should have.</summary>
    public IReadOnlyList<Written> Lost { get; }

    /// <summary>With two effects, or answered twice.</summary>
    public IReadOnlyList<Written> Doubled { get; }

    /// <summary>Said to be stored when they are not, or the other way round.</summary>
    public IReadOnlyList<Written> Untrue { get; }

    /// <summary>Took effect after a later one of the same person.</summary>
    public IReadOnlyList<Written> OutOfOrder { get; }

    /// <summary>Effects whose number does not fit the session.</summary>
    public int Miscounted { get; }

    /// <summary>Effects by an older build than one before them.</summary>
    public int SteppedBack { get; }

    /// <summary>How many were told that the module is off.</summary>
    public int SwitchedOff { get; }

    /// <summary>How many builds left effects, the first among them.</summary>
    public int Builds { get; }

    /// <summary>Effects of nothing that was written.</summary>
    public int SpareEffects { get; }

    public IReadOnlyList<string> Summary =>
    [
        $"{_posted.Count} updates: lost {Lost.Count}, doubled {Doubled.Count}, out of order {OutOfOrder.Count}, without their session {Miscounted}, answered untruly {Untrue.Count}; {SwitchedOff} were told that the module is off",
        $"{_hand.Reloads} reloads, {_hand.Absences.Count} times off and on, {FailingModule.All.Count} failing modules in and out; {Builds} builds left effects",
    ];

    /// <summary>What broke, in words; empty when every promise held.</summary>
    public IReadOnlyList<string> Broken =>
    [
        .. Explain(Lost, "lost"),
        .. Explain(Doubled, "took effect or were answered more than once"),
        .. Explain(OutOfOrder, "took effect out of order"),
        .. Explain(Untrue, "answered otherwise than what became of them"),
        .. new[]
        {
            Differ(0, Miscounted, "effects without their session"),
            Differ(0, SteppedBack, "effects of an older build after those of a newer one"),
            Differ(0, SpareEffects, "effects of nothing that was written"),
            Differ(_hand.Reloads + 1, Builds, "builds that left effects"),
            Differ(1, _setAside.Count, "updates set aside, that of the failing handler"),
            Differ(0, _book.Spare.Count, $"messages that answer nothing ({_book.Spare.FirstOrDefault()})"),
        }.OfType<string>(),
    ];

    private static string? Differ(int expected, int found, string what) => expected == found ? null : $"{found} instead of {expected} {what}";

    private int EffectsOf(Written written) => _effects[(written.Update.User, written.Update.Effect)].Count();

    /// <summary>Entering leaves none, nor what met a module that was off.</summary>
    private bool NeedsEffect(Written written) => written.Update.Sequence > 0
        && !(written.Update.IsAlwaysLink && _hand.Absences.Any(absence => absence.Overlaps(written)));

    private IEnumerable<Written> Disorder(IReadOnlyList<Written> written)
    {
        var newest = 0;
        foreach (var one in written.Where(one => EffectsOf(one) > 0).OrderBy(one => _effects[(one.Update.User, one.Update.Effect)].First().TurnNumber))
        {
            if (one.Update.Sequence < newest)
            {
                yield return one;
            }

            newest = Math.Max(newest, one.Update.Sequence);
        }
    }

    private IEnumerable<string> Explain(IReadOnlyList<Written> written, string what) => written.Count == 0
        ? []
        : [$"{written.Count} updates {what}:", .. written.Take(Shown).Select(one => "  " + Explain(one))];

    private string Explain(Written written) =>
        $"{written.Update.Id} of person {written.Update.User} «{written.Update.Text}», acknowledged {_postman.AcknowledgementOf(written.Update)}, "
        + $"effects of builds [{string.Join(", ", _effects[(written.Update.User, written.Update.Effect)].Select(effect => effect.Build))}], answered {written.Answers} times";
}
