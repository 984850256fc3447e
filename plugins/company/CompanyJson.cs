using System.Text.Json.Serialization;
using DrAivBot.Company.Employees;
using DrAivBot.Company.OrgChart;
using DrAivBot.Company.Registration;
using DrAivBot.Company.Settings;

namespace DrAivBot.Company;

/// <summary>How the module's dialog state and session slot are stored.</summary>
[JsonSerializable(typeof(RegistrationState))]
[JsonSerializable(typeof(LastRegistration))]
[JsonSerializable(typeof(RenameState))]
[JsonSerializable(typeof(AddPostState))]
[JsonSerializable(typeof(FindPeopleState))]
[JsonSerializable(typeof(PeriodState))]
[JsonSerializable(typeof(SettingState))]
[JsonSerializable(typeof(DaysState))]
internal sealed partial class CompanyJson : JsonSerializerContext;
