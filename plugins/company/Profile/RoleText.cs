using DrAivBot.Organisation;
using DrAivBot.Texts;

namespace DrAivBot.Company.Profile;

/// <summary>How roles are called.</summary>
internal static class RoleText
{
    public static string Of(IText text, CompanyRoles role) => text.Get(role switch
    {
        CompanyRoles.Owner => "core.role.owner",
        CompanyRoles.Executive => "core.role.executive",
        CompanyRoles.Manager => "core.role.manager",
        _ => "core.role.employee",
    });
}
