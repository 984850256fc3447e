using System.Text.Json.Serialization;
using DrAivBot.Company.ChartFiles;
using DrAivBot.Company.Employees;
using DrAivBot.Company.OrgChart;
using DrAivBot.Company.PersonalData;
using DrAivBot.Company.Profile;
using DrAivBot.Company.Registration;
using DrAivBot.Company.Settings;
using DrAivBot.Company.Staff;

namespace DrAivBot.Company;

/// <summary>How the module's dialog state, session slot and orders are stored.</summary>
[JsonSerializable(typeof(RegistrationState))]
[JsonSerializable(typeof(LastRegistration))]
[JsonSerializable(typeof(RenameState))]
[JsonSerializable(typeof(AddPostState))]
[JsonSerializable(typeof(FindPeopleState))]
[JsonSerializable(typeof(PeriodState))]
[JsonSerializable(typeof(SettingState))]
[JsonSerializable(typeof(DaysState))]
[JsonSerializable(typeof(ExportOrder))]
[JsonSerializable(typeof(ChartFileOrder))]
[JsonSerializable(typeof(ImportState))]
[JsonSerializable(typeof(WaitingImport))]
[JsonSerializable(typeof(PostImportOrder))]
[JsonSerializable(typeof(ZoneState))]
internal sealed partial class CompanyJson : JsonSerializerContext;
