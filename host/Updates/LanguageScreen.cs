using DrAivBot.Host.Database;
using DrAivBot.Host.Texts;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Updates;

/// <summary>The choice of the language, in both languages at once.</summary>
internal sealed class LanguageScreen(TextCatalogue texts) : IScreen<LanguagePlace>, IAction<ChooseLanguage>
{
    public Task<Reply> ShowAsync(ITurn turn, LanguagePlace place, CancellationToken cancellationToken)
    {
        var screen = new Screen { Body = turn.Text.GetMarkup("core.language.title") }
            .WithColumn(Language.All.Select(language => Button.To(
                (language.Code == turn.User.Language ? "✓ " : "") + turn.Text.Get($"core.language.{language.Code}"),
                new ChooseLanguage(language.Code))));
        return Task.FromResult(Reply.Show(screen));
    }

    public async Task<Reply> ActAsync(ITurn turn, ChooseLanguage press, CancellationToken cancellationToken)
    {
        var state = ((ModuleTurn)turn).State;
        if (Language.All.FirstOrDefault(known => known.Code == press.Code) is not { } chosen)
        {
            return Reply.NotFound;
        }

        state.ChooseLanguage(chosen);
        await state.Database.CreateHostBatch()
            .Add("update core.users set language = $1 where id = $2", Sql.Value(chosen.Code), Sql.Value(state.User.Id))
            .ExecuteAsync(cancellationToken);
        return Reply.Home.WithToast(new ModuleText(texts, texts, chosen).Get("core.language.saved"));
    }
}

[Callback("lang")]
internal readonly record struct LanguagePlace;

[Callback("setlang")]
internal readonly record struct ChooseLanguage(string Code);
