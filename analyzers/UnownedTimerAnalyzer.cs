using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DrAivBot.Analyzers;

/// <summary>A timer is owned when it stands in a using, is handed to the caller, or is kept in a member that the type disposes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnownedTimerAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> Timers =
        ["System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Timers.Timer", "System.Threading.ITimer"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnownedTimer];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.ObjectCreation, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var creation = context.Operation;
        if (!IsTimer(creation.Type) || (creation is IInvocationOperation call && call.TargetMethod.Name != "CreateTimer"))
        {
            return;
        }

        var target = TargetOf(creation);
        if (IsOwned(creation, target))
        {
            return;
        }

        var cure = target is IFieldReferenceOperation or IFieldInitializerOperation or IPropertyReferenceOperation
            ? "Dispose it in Dispose of the type that keeps it, and register that type with module.Services.AddSingleton"
            : "Write \"using var\", or keep it in a field of a singleton service that disposes it; what is due later is better a job (IJobs)";
        context.ReportDiagnostic(Diagnostic.Create(Rules.UnownedTimer, creation.Syntax.GetLocation(), creation.Type!.Name, cure));
    }

    /// <summary>What the timer is put into: through conversions and <c>??</c>.</summary>
    private static IOperation? TargetOf(IOperation creation)
    {
        var above = creation.Parent;
        while (above is IConversionOperation or ICoalesceOperation or IParenthesizedOperation or IConditionalOperation)
        {
            above = above.Parent;
        }

        return above switch
        {
            IAssignmentOperation assignment => assignment.Target,
            _ => above,
        };
    }

    private static bool IsOwned(IOperation creation, IOperation? target) => target switch
    {
        IReturnOperation => true,
        IUsingOperation => true,
        IFieldReferenceOperation field => IsDisposed(creation, field.Field.Name),
        IPropertyReferenceOperation property => IsDisposed(creation, property.Property.Name),
        IFieldInitializerOperation initializer => initializer.InitializedFields.Any(field => IsDisposed(creation, field.Name)),
        IPropertyInitializerOperation initializer => initializer.InitializedProperties.Any(property => IsDisposed(creation, property.Name)),
        ILocalReferenceOperation local => IsDisposed(creation, local.Local.Name),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsInUsing(creation) || IsDisposed(creation, declarator.Symbol.Name),
        _ => IsInUsing(creation),
    };

    private static bool IsInUsing(IOperation creation)
    {
        var syntax = creation.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is LocalDeclarationStatementSyntax or UsingStatementSyntax or StatementSyntax);
        return syntax is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 };
    }

    /// <summary>Whether the type calls Dispose on it anywhere, also as <c>timer?.Dispose()</c>.</summary>
    private static bool IsDisposed(IOperation creation, string name) =>
        creation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.DescendantNodes().OfType<IdentifierNameSyntax>().Any(found =>
            found.Identifier.ValueText is "Dispose" or "DisposeAsync" && DisposedName(found) == name);

    private static string? DisposedName(IdentifierNameSyntax dispose) => dispose.Parent switch
    {
        MemberAccessExpressionSyntax access => LastName(access.Expression),
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access ? LastName(access.Expression) : null,
        _ => null,
    };

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsTimer(ITypeSymbol? type) => type is not null && Timers.Contains($"{type.ContainingNamespace}.{type.Name}");
}
