using DrAivBot.Analysis.Profile;
using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Ideas;

/// <summary>Asks for the five numbers of a business idea.</summary>
internal sealed class IdeaDialog(IdeaTable table, ICompanySettings settings) : IDialog<IdeaState>, IAction<AskIdea>
{
    private const int LongestTitle = 200;
    private const int LongestNumber = 40;
    private const decimal MostMoney = 1_000_000_000_000;

    public void Define(IDialogSteps<IdeaState> steps) => steps
        .AskText("title", new()
        {
            QuestionKey = "analysis.idea.ask.title",
            LabelKey = "analysis.idea.label.title",
            MaxLength = LongestTitle,
            Save = (state, typed) => state.Title = typed,
            Current = state => state.Title,
        })
        .AskText("price", Number("price", (state, typed) => state.Price = typed, state => state.Price))
        .AskText("cost", Number("cost", (state, typed) => state.UnitCost = typed, state => state.UnitCost))
        .AskText("volume", Number("volume", (state, typed) => state.Volume = typed, state => state.Volume))
        .AskText("fixed", Number("fixed", (state, typed) => state.FixedCosts = typed, state => state.FixedCosts))
        .AskText("investment", Number("investment", (state, typed) => state.Investment = typed, state => state.Investment))
        .Review(new() { Summary = (turn, state) => IdeaText.Numbers(turn.Text, state.ToIdea(Guid.Empty)), ConfirmKey = "analysis.idea.confirm" });

    public async Task<Reply> ActAsync(ITurn turn, AskIdea press, CancellationToken cancellationToken) =>
        Reply.Begin<IdeaDialog, IdeaState>(new() { Currency = (await settings.FindAsync(cancellationToken))?.Currency ?? "" });

    public async Task<Reply> CompleteAsync(ITurn turn, IdeaState state, CancellationToken cancellationToken)
    {
        var idea = state.ToIdea(Guid.CreateVersion7(turn.StartedAt));
        await table.AddAsync(idea, turn.User.Id, cancellationToken);
        return Reply.GoTo(new IdeaPlace(idea.Id));
    }

    private static TextStep<IdeaState> Number(string field, Action<IdeaState, string> save, Func<IdeaState, string?> current) => new()
    {
        QuestionKey = "analysis.idea.ask." + field,
        LabelKey = "analysis.idea.label." + field,
        MaxLength = LongestNumber,
        Validate = (turn, typed, _) => ValueTask.FromResult(TypedNumber.Parse(typed) is >= 0 and <= MostMoney
            ? null
            : turn.Text.Get("analysis.number.range", ("min", "0"), ("max", TypedNumber.Show(MostMoney, turn.Text.Culture)))),
        Save = save,
        Current = current,
    };
}

/// <summary>A business idea while it is asked for, as typed.</summary>
internal sealed record IdeaState
{
    public string Currency { get; set; } = "";

    public string Title { get; set; } = "";

    public string Price { get; set; } = "";

    public string UnitCost { get; set; } = "";

    public string Volume { get; set; } = "";

    public string FixedCosts { get; set; } = "";

    public string Investment { get; set; } = "";

    public BusinessIdea ToIdea(Guid id) => new()
    {
        Id = id,
        Title = Title,
        Price = TypedNumber.Parse(Price) ?? 0,
        UnitCost = TypedNumber.Parse(UnitCost) ?? 0,
        Volume = TypedNumber.Parse(Volume) ?? 0,
        FixedCosts = TypedNumber.Parse(FixedCosts) ?? 0,
        Investment = TypedNumber.Parse(Investment) ?? 0,
        Currency = Currency,
    };
}

/// <summary>Begins a business idea.</summary>
[Callback("askidea")]
internal readonly record struct AskIdea;
