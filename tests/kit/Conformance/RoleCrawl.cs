using DrAivBot.Organisation;

namespace DrAivBot.Testing.Conformance;

/// <summary>A crawl as somebody of a role in a company that the module's team filled.</summary>
internal static class RoleCrawl
{
    public static async Task<IReadOnlyList<ConformanceFinding>> RunAsync(TestHost host, ConformanceSubject subject, CompanyRoles role)
    {
        // Both languages are met: their texts differ in length and in tags.
        var language = role is CompanyRoles.Owner or CompanyRoles.Manager ? "en" : "ru";
        var user = await FindUserAsync(host, subject, role, language);
        var crawl = new ScreenCrawl(host, user, role == CompanyRoles.None ? "guest" : role.ToString().ToLowerInvariant(), subject);
        await crawl.RunAsync();
        return crawl.Findings;
    }

    private static async Task<ChatUser> FindUserAsync(TestHost host, ConformanceSubject subject, CompanyRoles role, string language)
    {
        if (role == CompanyRoles.None || !subject.Others.Append(subject.Module).Any(module => module.Id == "company"))
        {
            var guest = await host.Chat.NewUserAsync("Oleg", language);
            await guest.StartAsync();
            return guest;
        }

        var company = await TestCompany.FoundAsync(host, $"Crawl of the {role}");
        await subject.PrepareAsync(host, company.Owner);
        return await company.MemberAsync(role, language);
    }
}
