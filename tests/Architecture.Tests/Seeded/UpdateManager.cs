namespace DrAivBot.Architecture.Tests.Seeded;

/// <summary>Wrong on purpose: a vague name, static state, and a method longer than the test allows.</summary>
internal sealed class UpdateManager
{
    private static int count;

    public static int Count(bool isFirst)
    {
        if (isFirst)
        {
            count = 0;
        }



        count++;
        count++;
        count++;
        return count;
    }
}
