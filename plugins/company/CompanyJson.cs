using System.Text.Json.Serialization;
using DrAivBot.Company.PersonalData;
using DrAivBot.Company.Registration;

namespace DrAivBot.Company;

/// <summary>How the module's dialog state and session slot are stored.</summary>
[JsonSerializable(typeof(RegistrationState))]
[JsonSerializable(typeof(LastRegistration))]
[JsonSerializable(typeof(ExportOrder))]
internal sealed partial class CompanyJson : JsonSerializerContext;
