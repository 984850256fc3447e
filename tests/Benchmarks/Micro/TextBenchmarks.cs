using BenchmarkDotNet.Attributes;
using DrAivBot.Host.Texts;
using DrAivBot.Screens;

namespace DrAivBot.Micro;

/// <summary>Texts in Russian, the language with the most plural forms.</summary>
public class TextBenchmarks
{
    private readonly ModuleText _text = new(RealModules.Company.Texts, RealModules.CoreTexts, Language.Russian);

    [Benchmark]
    public string Constant() => _text.Get("core.button.back");

    [Benchmark]
    public Markup Placeholder() => _text.GetMarkup("company.welcome.title", ("company", "North & South"));

    [Benchmark]
    public Markup Plural() => _text.GetMarkup("company.welcome.temporary", ("count", 20));

    [Benchmark]
    public string Button() => _text.Get("company.chart.row", ("emoji", "*"), ("number", 7), ("name", "Sales"), ("filled", 3), ("total", 12));
}
