using System.Text.Json.Serialization;
using DrAivBot.Company.ChartFiles;
using DrAivBot.Company.Registration;
using DrAivBot.Company.Staff;

namespace DrAivBot.Company;

/// <summary>How the module's dialog state, session slot and orders are stored.</summary>
[JsonSerializable(typeof(RegistrationState))]
[JsonSerializable(typeof(LastRegistration))]
[JsonSerializable(typeof(ChartFileOrder))]
[JsonSerializable(typeof(ImportState))]
[JsonSerializable(typeof(WaitingImport))]
[JsonSerializable(typeof(PostImportOrder))]
internal sealed partial class CompanyJson : JsonSerializerContext;
