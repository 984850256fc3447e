using DrAivBot.Host.Configuration;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Privacy;

/// <summary>The folders of companies in the data directory.</summary>
internal sealed class KeptFiles(DirectorySettings settings)
{
    private static readonly string[] Folders = ["reports", "responses"];

    /// <summary>Removes those of a company; harmless when there are none.</summary>
    public void Remove(CompanyId company)
    {
        foreach (var folder in Folders)
        {
            var path = Path.Combine(settings.DataDirectory, folder, company.ToString());
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }
}
