using BenchmarkDotNet.Attributes;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Micro;

/// <summary>A button's press to callback data and back: fields, then the seal.</summary>
public class CallbackBenchmarks
{
    private readonly CallbackSeal _seal = new([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);
    private readonly SealScope _scope = new(7777, 5_000_000_001, 5_000_000_001, Guid.Parse("01900000-0000-7000-9000-000000000001"));
    private readonly CallbackShape _shape = CallbackShape.Of(typeof(Press));
    private readonly object _press = new Press(Guid.Parse("01900000-0000-7000-a000-000000000001"), 3);
    private string _fields = "";
    private string _data = "";

    [GlobalSetup]
    public void Prepare()
    {
        _fields = _shape.Encode(_press);
        _data = _seal.Close(_scope, 4711, _fields);
    }

    [Benchmark]
    public string Encode() => _shape.Encode(_press);

    [Benchmark]
    public bool Decode() => _shape.TryDecode(_fields, out _);

    [Benchmark]
    public string Close() => _seal.Close(_scope, 4711, _fields);

    [Benchmark]
    public bool Open() => _seal.Open(_scope, _data) is not null;

    private readonly record struct Press(Guid Id, int Page);
}
