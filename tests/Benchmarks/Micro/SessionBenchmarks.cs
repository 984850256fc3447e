using BenchmarkDotNet.Attributes;
using DrAivBot.Host.Sessions;

namespace DrAivBot.Micro;

/// <summary>A session with 0.6 kB of a module's JSON and two places behind, from the row and back.</summary>
public class SessionBenchmarks
{
    private const string Slot = """
        {"n":41,"state":"goal:due","lang":"ru","role":"manager","company":{"id":2,"name":"North Wind Trading","tz":"Europe/Moscow"},
        "nav":["menu","goals","goal:new"],"draft":{"title":"More sales in region 42","due":"2026-12-31"},
        "prefs":{"notify":true,"digest":"daily","quietFrom":"22:00","quietTo":"07:00"},
        "recent":[{"id":1,"title":"Report of the week","at":"2026-01-01T09:00:00Z"},{"id":2,"title":"Sales plan of the quarter","at":"2026-01-02T09:00:00Z"},
        {"id":3,"title":"Weekly review","at":"2026-01-03T09:00:00Z"}]}
        """;

    private Session _session = Session.Begin();
    private string _json = "";

    [GlobalSetup]
    public void Prepare()
    {
        _session = Session.Begin();
        _session.Data.Slots["bench/work"] = Slot;
        _session.MoveTo(new("aaaa", ""), isSamePlace: false);
        _session.MoveTo(new("bbbb", "12"), isSamePlace: false);
        _json = _session.Write();
    }

    [Benchmark]
    public object Read() => Session.Read(_json);

    [Benchmark]
    public string Write() => _session.Write();
}
