using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Employees;

/// <summary>How people are said in lists.</summary>
internal static class PersonText
{
    /// <summary>«🌴 Анна · 6 · Начальник отдела продаж +1»: what matters most stands first, because a phone cuts the end.</summary>
    public static string Row(IText text, Employee person)
    {
        var mark = person.AbsentUntil is not null ? "🌴 " : person.IsNewcomer ? "🎓 " : "";
        var own = person.Positions.Where(post => !post.IsVacant).ToArray();
        return mark + own switch
        {
            [] => text.Get("company.people.row_none", ("name", person.Name)),
            [var one] => text.Get("company.people.row", ("name", person.Name), ("number", one.Number), ("post", one.Name)),
            [var first, ..] => text.Get("company.people.row_more", ("name", person.Name), ("number", first.Number), ("post", first.Name), ("more", own.Length - 1)),
        };
    }

    /// <summary>«🔎 Найти», and the way out of a search.</summary>
    public static IReadOnlyList<Button> Search<TFind, TAll>(IText text, string wanted, TFind find, TAll all)
        where TFind : struct
        where TAll : struct
    {
        var search = Button.To(text.Get("company.people.find"), find);
        return wanted.Length == 0 ? [search] : [search, Button.To(text.Get("company.people.show_all"), all)];
    }
}
