namespace DrAivBot.Rig;

internal static class Program
{
    private static int Main(string[] args)
    {
        Options options;
        try { options = Options.Parse(args); }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException) { Console.Error.WriteLine($"{e.Message}\n{Options.Usage}"); return 2; }
        return new Session(options).Run();
    }
}
