using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.OrgChart;

/// <summary>What the person who looks may do with a post, as buttons of its card.</summary>
internal static class PostButtons
{
    private const PostActs Changing = PostActs.Rename | PostActs.Move | PostActs.Archive;

    public static IReadOnlyList<Button> Fill(IText text, Position post, PostActs acts) =>
    [
        .. If(acts, PostActs.Appoint, () => Button.To(text.Get("company.post.appoint"), PickPlace.ForPost(post.Id))),
        .. If(acts, PostActs.Replace, () => Button.To(text.Get("company.post.replace"), PickPlace.ForPost(post.Id))),
        .. If(acts, PostActs.Free, () => Button.To(text.Get("company.post.free"), new FreePlace(post.Id))),
    ];

    public static IReadOnlyList<Button> Change(IText text, Position post, PostActs acts) =>
    [
        .. If(acts, PostActs.NameDeputy, () => Button.To(text.Get("company.post.deputies"), new DeputiesPlace(post.Id))),
        .. If(acts, Changing, () => Button.To(text.Get("company.post.edit"), new EditPostPlace(post.Id))),
    ];

    private static IEnumerable<Button> If(PostActs acts, PostActs any, Func<Button> button) => (acts & any) == PostActs.None ? [] : [button()];
}
