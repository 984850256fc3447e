using System.Diagnostics;
using DrAivBot.Testing;

namespace DrAivBot.CompanyFigures;

/// <summary>How long the picture and the workbook of the structure take, how large they are, and how much memory the process had at most.</summary>
internal sealed class FileFigures(TestHost host, ChatUser owner)
{
    private static readonly TimeSpan Sampling = TimeSpan.FromMilliseconds(20);

    /// <param name="folder">Where the files are put to be looked at; null for nowhere.</param>
    public async Task RunAsync(string? folder)
    {
        Console.WriteLine("| file | seconds | bytes | memory before, MB | at most, MB |\n| --- | ---: | ---: | ---: | ---: |");
        await MeasureAsync("Excel", folder);
        await MeasureAsync("Картинка", folder);
        await MeasureAsync("Excel", folder);
        await MeasureAsync("Картинка", folder);
    }

    private async Task MeasureAsync(string button, string? folder)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await owner.SayAsync("/structure");
        var seen = owner.Messages.Count;
        using var stop = new CancellationTokenSource();
        var (before, began) = (Environment.WorkingSet, Stopwatch.GetTimestamp());
        var watching = WatchAsync(stop.Token);
        await owner.PressAsync(button);
        await host.SettleJobsAsync();
        await host.Chat.SettleAsync([], owner.Id, owner.Id);
        var took = Stopwatch.GetElapsedTime(began);
        await stop.CancelAsync();
        var peak = await watching;
        await owner.RefreshAsync();
        var size = 0L;
        foreach (var message in owner.Messages.Skip(seen))
        {
            size += await SaveAsync(message, folder);
        }

        Console.WriteLine($"| {button} | {took.TotalSeconds:0.0} | {size:N0} | {before >> 20} | {peak >> 20} |");
    }

    private async Task<long> SaveAsync(ChatMessage message, string? folder)
    {
        if ((message.Json["document"] ?? message.Json["photo"]?.AsArray()[^1]) is not { } file)
        {
            return 0;
        }

        var id = file["file_unique_id"]!.GetValue<string>();
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(host.Address, $"sandbox/files/{id}"), CancellationToken.None);
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, message.Id + (file["file_name"]?.GetValue<string>() is { } name ? Path.GetExtension(name) : ".png")), bytes, CancellationToken.None);
        }

        return bytes.Length;
    }

    private static async Task<long> WatchAsync(CancellationToken cancellationToken)
    {
        var peak = Environment.WorkingSet;
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Sampling, TimeProvider.System, CancellationToken.None);
            peak = Math.Max(peak, Environment.WorkingSet);
        }

        return peak;
    }
}
