using System.Diagnostics;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>A disk so small that a test can fill it: a file system in memory, which only root may mount.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 320;

    private readonly TestDirectory _place;

    private SmallDisk(TestDirectory place) => _place = place;

    public string Path => System.IO.Path.Combine(_place.Path, "disk");

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Mounts it; null where that is not allowed.</summary>
    public static async Task<SmallDisk?> TryMountAsync()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return null;
        }

        var disk = new SmallDisk(new TestDirectory());
        Directory.CreateDirectory(disk.Path);
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m,mode=0755", "tmpfs", disk.Path) == 0)
        {
            return disk;
        }

        disk._place.Dispose();
        return null;
    }

    /// <summary>Leaves not a byte.</summary>
    public async Task FillAsync()
    {
        var zeros = new byte[1024 * 1024];
        for (var length = zeros.Length; length >= 1;)
        {
            try
            {
                await using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
                await file.WriteAsync(zeros.AsMemory(0, length), TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                length /= 16;
            }
        }
    }

    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "-l", Path);
        _place.Dispose();
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
