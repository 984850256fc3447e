namespace DrAivBot.Teams.Tests.Analyzers;

/// <summary>What pins a module is found, with what to write instead; what is owned is left alone.</summary>
public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("""string Write(Uri value) => JsonSerializer.Serialize(value);""", "DRAIV001", "Pass the type's metadata: MyJson.Default.Uri.")]
    [InlineData("""Uri? Read(string json) => JsonSerializer.Deserialize<Uri>(json, new JsonSerializerOptions());""", "DRAIV001", "MyJson.Default.Uri")]
    [InlineData("""Task<Uri?> Read(HttpClient http) => http.GetFromJsonAsync<Uri>("x");""", "DRAIV001", "HttpClientJsonExtensions.GetFromJsonAsync uses reflection")]
    [InlineData("""HttpContent Write(Uri value) => JsonContent.Create(value);""", "DRAIV001", "JsonContent.Create uses reflection")]
    [InlineData("""int Read(dynamic row) => row.Count;""", "DRAIV002", "\"row.Count\" is bound at run time")]
    [InlineData("""void Act(dynamic row) => row.Go();""", "DRAIV002", "QueryAsync<Row>")]
    [InlineData("""object Parse() => TypeDescriptor.GetConverter(typeof(Uri));""", "DRAIV003", "Parse with int.TryParse, Enum.TryParse and the like.")]
    [InlineData("""void Start() { var timer = new Timer(_ => { }); }""", "DRAIV004", "Write \"using var\", or keep it in a field of a singleton service")]
    [InlineData("""PeriodicTimer? _timer; void Start() => _timer = new PeriodicTimer(TimeSpan.FromSeconds(1));""", "DRAIV004", "Dispose it in Dispose of the type that keeps it")]
    [InlineData("""readonly System.Timers.Timer _timer = new(1000);""", "DRAIV004", "This Timer runs on after the module is unloaded")]
    [InlineData("""void Start(TimeProvider time) { _ = time.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.Zero); }""", "DRAIV004", "This ITimer runs on")]
    [InlineData("""void Start() => new Thread(() => { }).Start();""", "DRAIV005", "Make it a long job: module.AddLongJob<TJob, TPayload>(\"id\").")]
    [InlineData("""Task Start() => Task.Factory.StartNew(() => { }, TaskCreationOptions.LongRunning);""", "DRAIV005", "TaskCreationOptions.LongRunning starts a thread")]
    [InlineData("""void Start() => AppDomain.CurrentDomain.ProcessExit += (_, _) => { };""", "DRAIV006", "AppDomain.ProcessExit outlives the module")]
    [InlineData("""void Start() => Console.CancelKeyPress += Stop; void Stop(object? sender, ConsoleCancelEventArgs e) { }""", "DRAIV006", "Take the handler off with -= in Dispose")]
    [InlineData("""DateTime When() => DateTime.UtcNow;""", "DRAIV007", "Use turn.StartedAt, or inject TimeProvider and call GetUtcNow().")]
    [InlineData("""DateTimeOffset When() => DateTimeOffset.Now;""", "DRAIV007", "DateTimeOffset.Now reads the system's clock")]
    public async Task What_keeps_a_module_in_memory_is_found_with_what_to_write_instead(string code, string id, string words)
    {
        var finding = Assert.Single(await Compiled.FindAsync($"#nullable enable\nclass Service {{ {code} }}"));

        Assert.StartsWith(id + ": ", finding, StringComparison.Ordinal);
        Assert.Contains(words, finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""string Write(Uri value, JsonTypeInfo<Uri> type) => JsonSerializer.Serialize(value, type);""")]
    [InlineData("""Task<Uri?> Read(HttpClient http, JsonTypeInfo<Uri> type) => http.GetFromJsonAsync("x", type);""")]
    [InlineData("""async Task Run(CancellationToken t) { using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); await timer.WaitForNextTickAsync(t); }""")]
    [InlineData("""void Run() { using (new Timer(_ => { })) { } }""")]
    [InlineData("""Timer Create() => new Timer(_ => { });""")]
    [InlineData("""readonly Timer _timer = new(_ => { }); void Dispose() => _timer.Dispose();""")]
    [InlineData("""Timer? _timer; void Start() => _timer ??= new Timer(_ => { }); void Dispose() => _timer?.Dispose();""")]
    [InlineData("""void Start() => Console.CancelKeyPress += Stop; void Dispose() => Console.CancelKeyPress -= Stop; void Stop(object? sender, ConsoleCancelEventArgs e) { }""")]
    [InlineData("""event Action? Changed; void Start() => Changed += () => { };""")]
    [InlineData("""DateTimeOffset When(TimeProvider time) => time.GetUtcNow();""")]
    [InlineData("""string Name(object row) => row.ToString()!;""")]
    public async Task What_is_owned_is_left_alone(string code) =>
        Assert.Empty(await Compiled.FindAsync($"#nullable enable\nclass Service {{ {code} }}"));
}
