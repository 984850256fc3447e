using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DrAivBot.Analyzers;

/// <summary>Single calls that leave the module's types in a cache of the process, start a thread, or read the clock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PinningCallAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> JsonTypes =
        ["System.Text.Json.JsonSerializer", "System.Net.Http.Json.HttpClientJsonExtensions", "System.Net.Http.Json.HttpContentJsonExtensions", "System.Net.Http.Json.JsonContent"];

    private static readonly ImmutableArray<string> Metadata =
        ["System.Text.Json.Serialization.Metadata.JsonTypeInfo", "System.Text.Json.Serialization.JsonSerializerContext"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.ReflectionJson, Rules.Dynamic, Rules.TypeDescriptor, Rules.Thread, Rules.SystemClock];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(CheckCall, OperationKind.Invocation);
        context.RegisterOperationAction(CheckCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(CheckField, OperationKind.FieldReference);
        context.RegisterOperationAction(CheckProperty, OperationKind.PropertyReference);
        context.RegisterOperationAction(
            found =>
            {
                if (found.Operation.Parent is not IDynamicInvocationOperation)
                {
                    Report(found, Rules.Dynamic, found.Operation.Syntax.ToString());
                }
            },
            OperationKind.DynamicInvocation, OperationKind.DynamicMemberReference, OperationKind.DynamicIndexerAccess, OperationKind.DynamicObjectCreation);
    }

    private static void CheckCall(OperationAnalysisContext context)
    {
        var method = ((IInvocationOperation)context.Operation).TargetMethod;
        var owner = NameOf(method.ContainingType);
        if (JsonTypes.Contains(owner) && !TakesMetadata(method.ReducedFrom ?? method) && Talks(method))
        {
            var type = method.TypeArguments.FirstOrDefault()?.Name is { Length: > 0 } named ? named : "T";
            Report(context, Rules.ReflectionJson, $"{method.ContainingType.Name}.{method.Name}", $"MyJson.Default.{type}");
        }
        else if (owner == "System.ComponentModel.TypeDescriptor")
        {
            Report(context, Rules.TypeDescriptor, method.Name);
        }
    }

    private static void CheckCreation(OperationAnalysisContext context)
    {
        if (NameOf(context.Operation.Type) == "System.Threading.Thread")
        {
            Report(context, Rules.Thread, "new Thread");
        }
    }

    private static void CheckField(OperationAnalysisContext context)
    {
        var field = ((IFieldReferenceOperation)context.Operation).Field;
        if (field.Name == "LongRunning" && NameOf(field.ContainingType) == "System.Threading.Tasks.TaskCreationOptions")
        {
            Report(context, Rules.Thread, "TaskCreationOptions.LongRunning");
        }
    }

    private static void CheckProperty(OperationAnalysisContext context)
    {
        var property = ((IPropertyReferenceOperation)context.Operation).Property;
        if (property.IsStatic && property.Name is "Now" or "UtcNow" or "Today" && NameOf(property.ContainingType) is "System.DateTime" or "System.DateTimeOffset")
        {
            Report(context, Rules.SystemClock, $"{property.ContainingType.Name}.{property.Name}");
        }
    }

    private static bool Talks(IMethodSymbol method) =>
        method.Name.StartsWith("Serialize", StringComparison.Ordinal) || method.Name.StartsWith("Deserialize", StringComparison.Ordinal)
        || method.Name.Contains("Json") || method is { Name: "Create", ContainingType.Name: "JsonContent" };

    private static bool TakesMetadata(IMethodSymbol method) =>
        method.Parameters.Any(parameter => Metadata.Contains(NameOf(parameter.Type.OriginalDefinition)));

    private static string NameOf(ITypeSymbol? type) => type is null ? "" : $"{type.ContainingNamespace}.{type.Name}";

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, params object[] words) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), words));
}
