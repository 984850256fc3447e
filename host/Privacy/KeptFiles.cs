using DrAivBot.Files;
using DrAivBot.Host.Configuration;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Privacy;

/// <summary>The folders of companies in the data directory.</summary>
internal sealed class KeptFiles(DirectorySettings settings)
{
    /// <summary>What a module keeps in a company.</summary>
    public IKeptFiles For(CompanyId? company, string module) => new CompanyFiles(this, company, module);

    public string FolderOf(KeptFolder folder, CompanyId company) => Path.Combine(
        settings.DataDirectory, folder == KeptFolder.Reports ? "reports" : "responses", company.ToString());

    /// <summary>Removes those of a company; harmless when there are none.</summary>
    public void Remove(CompanyId company)
    {
        foreach (var folder in Enum.GetValues<KeptFolder>())
        {
            var path = FolderOf(folder, company);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }
}
