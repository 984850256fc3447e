using System.Diagnostics;
using CsCheck;
using DrAivBot.Host.Assistant;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Tests.Assistant;

/// <summary>What leads to a person is taken out, in whatever case or form it was typed.</summary>
public sealed class MaskingTests
{
    private static readonly KnownPerson[] People =
    [
        new(["Иванов Пётр Сергеевич", "Petr"], "petr_iv", 6),
        new(["Мария Достоевская"], null, 7),
        new(["Лев Воробей"], null, null),
        new(["Павел Шевченко"], null, 8),
        new(["Анна"], null, 9),
        new(["Анна Петрова-Водкина"], null, 10),
        new(["Игорь Соловьёв"], null, 11),
        new(["John Smith", "Johnny"], null, 12),
    ];

    /// <summary>Each row: the forms of one name.</summary>
    private static readonly string[][] Forms =
    [
        ["Иванов", "Иванова", "Иванову", "Ивановым", "Иванове", "Ивановы", "Ивановых", "Ивановой", "ИВАНОВ", "иванова"],
        ["Пётр", "Петр", "Петра", "Петру", "Петром", "Петре", "ПЁТР", "петра"],
        ["Сергеевич", "Сергеевича", "Сергеевичу", "Сергеевичем"],
        ["Мария", "Марии", "Марию", "Марией", "МАРИЕЙ"],
        ["Достоевская", "Достоевской", "Достоевскую", "Достоевский", "Достоевского", "Достоевскому", "Достоевским", "Достоевском", "Достоевские", "Достоевских"],
        ["Лев", "Льва", "Льву", "Львом", "Льве"],
        ["Воробей", "Воробья", "Воробью", "Воробьём", "Воробьем"],
        ["Павел", "Павла", "Павлу", "Павлом", "Павле"],
        ["Анна", "Анны", "Анне", "Анну", "Анной", "Анною"],
        ["Петрова", "Петровой", "Петрову"], ["Водкина", "Водкиной", "Водкину"],
        ["Игорь", "Игоря", "Игорю", "Игорем"],
        ["Соловьёв", "Соловьева", "Соловьёву", "Соловьёвым", "Соловьеве"],
        ["Smith", "Smiths", "SMITH", "John", "Johnny", "Petr", "petr_iv", "Petr_Iv"],
    ];

    private static readonly Masking Russian = new(People, Words("ru"), namesPosts: false);

    private static readonly string[] Separators = ["", " ", "-", " - ", "(", ") ", ".", "‑", "–", "\u00a0", "/", "_"];

    private static readonly string[] Others = ["отдел", "сдаёт", "отчёт", "report", "план", "D01Q6", "42", "на", "и", "«склад»"];

    public static TheoryData<string> AllForms => [.. Forms.SelectMany(row => row)];

    [Theory]
    [MemberData(nameof(AllForms))]
    public void A_name_is_taken_out_in_every_case(string form)
    {
        var masked = Russian.OfData($"Спросите ({form}), они знают; «{form}»/{form}");
        Assert.DoesNotContain(form, masked, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Спросите (", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Отчёт сдаёт Иванов П.С. по пятницам", "Отчёт сдаёт пост 6 по пятницам")]
    [InlineData("П. С. Иванову", "пост 6")]
    [InlineData("Ивановым Петром Сергеевичем.", "пост 6.")]
    [InlineData("Анна", "сотрудник")]
    [InlineData("Анне Петровой-Водкиной", "пост 10")]
    [InlineData("Лев Воробей", "сотрудник")]
    [InlineData("Анна, Павел и Мария", "сотрудник, пост 8 и пост 7")]
    [InlineData("Спросите Иванова. В отделе", "Спросите пост 6. В отделе")]
    [InlineData("John Smith's report", "пост 12's report")]
    public void A_holder_becomes_the_post_and_a_shared_name_a_colleague(string text, string expected) =>
        Assert.Equal(expected, new Masking(People, Words("ru"), namesPosts: true).OfData(text));

    [Theory]
    [InlineData("+7 912 345-67-89")]
    [InlineData("+7(912)345-67-89")]
    [InlineData("8 (912) 345 67 89")]
    [InlineData("89123456789")]
    [InlineData("тел.89123456789")]
    [InlineData("тел89123456789")]
    [InlineData("912-345-67-89")]
    [InlineData("8.912.345.67.89")]
    [InlineData("+1-202-555-0143")]
    [InlineData("+49 30 901820")]
    [InlineData("345-67-89")]
    [InlineData("8\u00a0912\u00a0345\u00a067\u00a089")]
    [InlineData("8‑912‑345‑67‑89")]
    [InlineData("8\u200b912\u200b345\u200b67\u200b89")]
    [InlineData("８９１２３４５６７８９")]
    [InlineData("8_912_345_67_89")]
    public void A_telephone_number_is_taken_out(string phone)
    {
        var masked = Russian.OfData($"Звонить {phone}, до пяти");
        Assert.DoesNotMatch(@"\p{Nd}", masked);
        Assert.Contains("телефон, до пяти", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ivan@mail.ru")]
    [InlineData("Ivan.Petrov+x@sub.firma-1.co.uk")]
    [InlineData("почта@пример.рф")]
    [InlineData("ivan @ mail.ru")]
    [InlineData("ivan(at)mail.ru")]
    [InlineData("ivan [at] mail [dot] ru")]
    [InlineData("ivan собака mail точка ru")]
    [InlineData("ivan\u200b@mail.ru")]
    public void An_address_is_taken_out(string mail)
    {
        var masked = Russian.OfData($"Пишите: {mail}; ждём");
        Assert.Equal("Пишите: почта; ждём", masked);
    }

    [Theory]
    [InlineData("https://t.me/ivan_i")]
    [InlineData("t.me/ivan_i")]
    [InlineData("tg://resolve?domain=ivan_i")]
    [InlineData("vk.com/id123456789")]
    [InlineData("wa.me/79123456789")]
    [InlineData("http://firma.ru/people/ivan_i")]
    [InlineData("www.instagram.com/ivan_i")]
    public void A_link_is_taken_out(string link) => Assert.Equal("Пишите: ссылка или имя в сети", Russian.OfData($"Пишите: {link} или @ivan_i"));

    [Theory]
    [InlineData("Выручка 1 500 000, план 85 %, D01Q6, 90 дней, 3–5 действий")]
    [InlineData("Пост 6 сдаёт отчёт до 30.09.2026")]
    [InlineData("Look at home. After that we will mark it.")]
    [InlineData("Пункт 1.2.3, код 12-34")]
    public void What_names_nobody_stays(string text) => Assert.Equal(text, Russian.OfData(text));

    [Fact]
    public void What_a_program_wrote_keeps_its_small_words()
    {
        var masking = new Masking([new(["Will Mark"], null, 3)], Words("en"), namesPosts: true);
        Assert.Equal("You will mark what post 3 said.", masking.OfInstructions("You will mark what Will Mark said."));
    }

    [Fact]
    public void Whatever_is_mixed_no_name_and_no_number_comes_through()
    {
        var phone = Gen.Select(Gen.Char['0', '9'].Array[11], OneOf(Separators).Array[11], (digits, between) => "+" + string.Concat(digits.Zip(between, (digit, sign) => $"{digit}{sign}")));
        var mail = Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 10], Gen.String[Gen.Char['a', 'z'], 1, 10], (user, host) => $"{user}@{host}.ru");
        var name = OneOf([.. Forms.SelectMany(row => row)]);
        var piece = Gen.OneOf(name, phone, mail, OneOf(Others));
        piece.Array[1, 12].Sample(
            pieces =>
            {
                var masked = Russian.OfData(string.Join(", ", pieces));
                Assert.DoesNotMatch(@"\p{Nd}{3}|@|\.ru", masked);
                Assert.All(Forms.SelectMany(row => row), form => Assert.DoesNotMatch($@"(?i)(?<!\p{{L}}){form}(?!\p{{L}})", masked));
            },
            iter: 300);
    }

    [Fact]
    public void A_text_made_to_be_slow_ends_in_time()
    {
        var (text, began) = (string.Concat(Enumerable.Repeat("a.a-a+", 60_000)), Stopwatch.GetTimestamp());
        Assert.NotNull(Russian.OfData(text));
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20), "It took too long.");
    }

    private static MaskedWords Words(string language) => new AssistantParts(new(), TextCatalogue.LoadCore()).WordsIn(language);

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
