using System.Management.Automation.Internal;
using System.Management.Automation.Language;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Evaluates the values in a query's script block, in the scope where the block was created: its closure, module or function. A value that
/// is null unintentionally, such as an unset variable or a missing property, is an error, because null would change the query.
/// </summary>
internal sealed class QueryValues
{
    // PowerShell has no public API for the session state of a block outside a module. This property has existed since PowerShell 2.
    private static readonly PropertyInfo? Home = typeof(ScriptBlock)
        .GetProperty("SessionStateInternal", BindingFlags.Instance | BindingFlags.NonPublic);

    private readonly SessionState _caller;
    private readonly SessionState _scope;
    private readonly UsingStatementAst[] _usings;
    private readonly Action<string> _warn;

    public QueryValues(ScriptBlock block, SessionState caller, Action<string> warn)
    {
        _caller = caller;
        _scope = block.Module?.SessionState ?? ScopeOf(block) ?? caller;
        _usings = UsingsOf(block.Ast);
        _warn = warn;
    }

    /// <summary>Evaluates a single value. Returns null only when null is intended.</summary>
    /// <param name="expression">The expression that the field is compared with.</param>
    /// <param name="field">The field, for messages.</param>
    /// <exception cref="ParseException">The value cannot be evaluated, or is missing.</exception>
    public object? One(ExpressionAst expression, string field)
    {
        var value = Evaluate(expression);
        if (value is not null || expression.Bare() is not { } bare) return value;
        if (bare is VariableExpressionAst { VariablePath.UserPath: var name } variable)
        {
            if (!name.Equals("null", StringComparison.OrdinalIgnoreCase)) _warn(
                $"{variable} is $null, so the condition '{expression.Parent}' matches objects "
                + $"{(IsNot(expression.Parent) ? "with" : "without")} {field}.");
            return null;
        }
        throw ScriptBlockQuery.At(expression, CommandErrors.NoValue($"{expression}", field));
    }

    private static bool IsNot(Ast comparison) => comparison is BinaryExpressionAst { Operator: TokenKind.Ine };

    /// <summary>Evaluates a list. A single value is a list of one.</summary>
    /// <exception cref="ParseException">A value cannot be evaluated, or the list or one of its values is unintentionally null.</exception>
    public object?[] List(ExpressionAst expression, string field)
    {
        if (Evaluate(expression) is not { } value) throw ScriptBlockQuery.At(
            expression, CommandErrors.NullForList($"{expression}", field));
        var list = value as object?[] ?? [value];
        if (list.Contains(null) && !HoldsNull(expression)) throw ScriptBlockQuery.At(
            expression, CommandErrors.NullInList($"{expression}", field));
        return list;
    }

    /// <summary>Evaluates an expression in the scope where the block was created. A list is kept, even with one value.</summary>
    public object? Evaluate(ExpressionAst expression)
    {
        new QueryVariables(_scope).RequireAll(expression);
        var misspelt = new QueryProperties(Run).FirstUnknown(expression);
        if (misspelt is not null) throw misspelt;
        WarnOfGaps(expression);
        return WireBody.Unwrap(Run(expression));
    }

    /// <summary>Warns about a null variable in a string, because "a$x*" then matches more than intended.</summary>
    private void WarnOfGaps(ExpressionAst expression)
    {
        foreach (var text in expression.FindAll(ast => ast is ExpandableStringExpressionAst, searchNestedScriptBlocks: false))
        {
            foreach (var part in ((ExpandableStringExpressionAst)text).NestedExpressions.Where(part => !part.IsInBlockOf(expression)))
            {
                var read = part is SubExpressionAst { SubExpression.Statements: [PipelineAst pipeline] }
                    ? pipeline.GetPureExpression() : part;
                if (read is null || !QueryProperties.OnlyReads(read) || WireBody.Unwrap(Run(read)) is not null) continue;
                _warn($"{part} is $null, so it is an empty string in {text}.");
            }
        }
    }

    private object? Run(ExpressionAst expression)
    {
        try
        {
            return _caller.InvokeCommand.InvokeScript(_scope, Script(expression)) is [var one] && one != AutomationNull.Value ? one : null;
        }
        catch (RuntimeException failure) when (failure is not PipelineStoppedException)
        {
            throw ScriptBlockQuery.At(expression, CommandErrors.ValueFailed($"{expression}", failure.Message));
        }
    }

    /// <summary>
    /// Wraps the expression in a script: ,,(value), because both the pipeline and the collection of its output unroll lists.
    /// </summary>
    private ScriptBlock Script(ExpressionAst expression)
    {
        if (_usings.Length > 0) return ScriptBlock.Create($"{string.Concat(_usings.Select(one => $"{one}\n"))},,({expression})");
        // Created from the parsed text with its file, so that $PSScriptRoot is that of the script.
        var place = expression.Extent;
        ExpressionAst whole = new ParenExpressionAst(place, Pipeline((ExpressionAst)expression.Copy()));
        return new ScriptBlockAst(place, null,
            new StatementBlockAst(place, [Pipeline(new ArrayLiteralAst(place, [new ArrayLiteralAst(place, [whole])]))], null), false)
            .GetScriptBlock();

        PipelineAst Pipeline(ExpressionAst inner) => new(place, [new CommandExpressionAst(place, inner, null)]);
    }

    /// <summary>True for a literal list that contains $null.</summary>
    private static bool HoldsNull(ExpressionAst expression) =>
        expression.Bare() is ArrayLiteralAst list && list.Elements.Any(element =>
            element.Bare() is VariableExpressionAst { VariablePath.UserPath: var name }
            && name.Equals("null", StringComparison.OrdinalIgnoreCase));

    /// <summary>The session state to which a script block outside a module belongs; null when it is unknown.</summary>
    internal static SessionState? ScopeOf(ScriptBlock block)
    {
        var home = Home?.GetValue(block);
        return home?.GetType().GetProperty("PublicSessionState",
            BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(home) as SessionState;
    }

    /// <summary>The script's 'using namespace' statements, which type names in the values may require.</summary>
    private static UsingStatementAst[] UsingsOf(Ast block)
    {
        var root = block;
        while (root.Parent is not null) root = root.Parent;
        if (root is not ScriptBlockAst script) return [];
        return script.UsingStatements.Where(one => one.UsingStatementKind == UsingStatementKind.Namespace).ToArray();
    }
}

/// <summary>Shared helpers for expressions.</summary>
internal static class Expressions
{
    /// <summary>The expression without enclosing parentheses and @( ).</summary>
    public static ExpressionAst Bare(this ExpressionAst expression)
    {
        while (true)
        {
            var inner = expression switch
            {
                ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var one }] } } => one,
                ArrayExpressionAst
                {
                    SubExpression.Statements: [PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var one }] }],
                } => one,
                _ => null,
            };
            if (inner is null) return expression;
            expression = inner;
        }
    }

    /// <summary>The operator with its operands swapped.</summary>
    /// <exception cref="ParseException">The operator requires the field on its left.</exception>
    public static TokenKind Mirrored(this BinaryExpressionAst comparison) => comparison.Operator switch
    {
        TokenKind.Igt => TokenKind.Ilt, TokenKind.Ige => TokenKind.Ile, TokenKind.Ilt => TokenKind.Igt, TokenKind.Ile => TokenKind.Ige,
        // 'a','b' -contains $_.Field is equivalent to $_.Field -in 'a','b', and vice versa.
        TokenKind.Icontains => TokenKind.Iin, TokenKind.Inotcontains => TokenKind.Inotin, TokenKind.Iin => TokenKind.Icontains,
        TokenKind.Inotin => TokenKind.Inotcontains,
        TokenKind.Ilike or TokenKind.Inotlike => throw ScriptBlockQuery.At(comparison, CommandErrors.FieldNotOnLeft()),
        var same => same,
    };

    /// <summary>True for $_ and $PSItem.</summary>
    public static bool IsItem(this VariableExpressionAst variable) => variable.VariablePath.UserPath is { } name
        && (name == "_" || name.Equals("PSItem", StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a nested script block, such as that of ForEach-Object, is between an expression and its holder.</summary>
    public static bool IsInBlockOf(this Ast place, Ast holder)
    {
        for (var at = place; at is not null && at != holder; at = at.Parent)
        {
            if (at is ScriptBlockAst) return true;
        }
        return false;
    }
}
