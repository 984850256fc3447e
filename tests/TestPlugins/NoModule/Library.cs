using DrAivBot.Organisation;

namespace DrAivBot.TestPlugins.NoModule;

public sealed class Library
{
    public CompanyId Company { get; set; }
}
