using System.Management.Automation.Internal;
using System.Management.Automation.Language;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Works out the values of a query's script block where the block was made: in the scope of its closure, its module, or its function. A
/// value that only came to nothing, such as a variable that was never set or a property that is not there, is an error, because sent as
/// null it would ask for something else.
/// </summary>
internal sealed class QueryValues
{
    // The engine tells nobody where a block outside a module belongs; this property has been there since PowerShell 2.
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

    /// <summary>The one value of an expression: null only where null was asked for.</summary>
    /// <param name="expression">The expression beside the field.</param>
    /// <param name="field">The field that it is compared with, for messages.</param>
    /// <exception cref="ParseException">The value cannot be evaluated, or it is missing.</exception>
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

    /// <summary>The values of a list; one value alone is a list of one.</summary>
    /// <exception cref="ParseException">A value cannot be worked out, or the list itself or one of its values is null without being asked
    /// for.</exception>
    public object?[] List(ExpressionAst expression, string field)
    {
        if (Evaluate(expression) is not { } value) throw ScriptBlockQuery.At(
            expression, CommandErrors.NullForList($"{expression}", field));
        var list = value as object?[] ?? [value];
        if (list.Contains(null) && !HoldsNull(expression)) throw ScriptBlockQuery.At(
            expression, CommandErrors.NullInList($"{expression}", field));
        return list;
    }

    /// <summary>
    /// The value of an expression, in the scope where the block was made; a list stays a list, however many values it holds.
    /// </summary>
    public object? Evaluate(ExpressionAst expression)
    {
        new QueryVariables(_scope).RequireAll(expression);
        var misspelt = new QueryProperties(Run).FirstUnknown(expression);
        if (misspelt is not null) throw misspelt;
        WarnOfGaps(expression);
        return WireBody.Unwrap(Run(expression));
    }

    /// <summary>A variable that holds null leaves a gap in a text, and "a$x*" then finds more than it says.</summary>
    private void WarnOfGaps(ExpressionAst expression)
    {
        foreach (var text in expression.FindAll(ast => ast is ExpandableStringExpressionAst, searchNestedScriptBlocks: false))
        {
            foreach (var part in ((ExpandableStringExpressionAst)text).NestedExpressions.Where(part => !part.IsInBlockOf(expression)))
            {
                var read = part is SubExpressionAst { SubExpression.Statements: [PipelineAst pipeline] }
                    ? pipeline.GetPureExpression() : part;
                if (read is null || !QueryProperties.OnlyReads(read) || WireBody.Unwrap(Run(read)) is not null) continue;
                _warn($"{part} is $null, so it adds nothing to the text {text} of the query.");
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
    /// The expression as a script of its own: ,,(value), because the pipeline unrolls lists, and so does collecting its output.
    /// </summary>
    private ScriptBlock Script(ExpressionAst expression)
    {
        if (_usings.Length > 0) return ScriptBlock.Create($"{string.Concat(_usings.Select(one => $"{one}\n"))},,({expression})");
        // Made of the parsed words, it knows its file: $PSScriptRoot is that of the script.
        var place = expression.Extent;
        ExpressionAst whole = new ParenExpressionAst(place, Pipeline((ExpressionAst)expression.Copy()));
        return new ScriptBlockAst(place, null,
            new StatementBlockAst(place, [Pipeline(new ArrayLiteralAst(place, [new ArrayLiteralAst(place, [whole])]))], null), false)
            .GetScriptBlock();

        PipelineAst Pipeline(ExpressionAst inner) => new(place, [new CommandExpressionAst(place, inner, null)]);
    }

    /// <summary>True for a list that is written out with $null as one of its values.</summary>
    private static bool HoldsNull(ExpressionAst expression) =>
        expression.Bare() is ArrayLiteralAst list && list.Elements.Any(element =>
            element.Bare() is VariableExpressionAst { VariablePath.UserPath: var name }
            && name.Equals("null", StringComparison.OrdinalIgnoreCase));

    private static SessionState? ScopeOf(ScriptBlock block)
    {
        var home = Home?.GetValue(block);
        return home?.GetType().GetProperty("PublicSessionState",
            BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(home) as SessionState;
    }

    /// <summary>The script's own 'using namespace', which names of types in the values may need.</summary>
    private static UsingStatementAst[] UsingsOf(Ast block)
    {
        var root = block;
        while (root.Parent is not null) root = root.Parent;
        if (root is not ScriptBlockAst script) return [];
        return script.UsingStatements.Where(one => one.UsingStatementKind == UsingStatementKind.Namespace).ToArray();
    }
}

/// <summary>What is asked of expressions more than once.</summary>
internal static class Expressions
{
    /// <summary>The expression without parentheses and without @( ) around it.</summary>
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

    /// <summary>The operator with its sides exchanged.</summary>
    /// <exception cref="ParseException">The operator needs the field on its left.</exception>
    public static TokenKind Mirrored(this BinaryExpressionAst comparison) => comparison.Operator switch
    {
        TokenKind.Igt => TokenKind.Ilt, TokenKind.Ige => TokenKind.Ile, TokenKind.Ilt => TokenKind.Igt, TokenKind.Ile => TokenKind.Ige,
        // 'a','b' -contains $_.Field is $_.Field -in 'a','b'; and the other way round.
        TokenKind.Icontains => TokenKind.Iin, TokenKind.Inotcontains => TokenKind.Inotin, TokenKind.Iin => TokenKind.Icontains,
        TokenKind.Inotin => TokenKind.Inotcontains,
        TokenKind.Ilike or TokenKind.Inotlike => throw ScriptBlockQuery.At(comparison, CommandErrors.FieldNotOnLeft()),
        var same => same,
    };

    /// <summary>True for $_ and $PSItem.</summary>
    public static bool IsItem(this VariableExpressionAst variable) => variable.VariablePath.UserPath is { } name
        && (name == "_" || name.Equals("PSItem", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// True where a script block of its own, such as that of ForEach-Object, stands between a place and the expression that holds it.
    /// </summary>
    public static bool IsInBlockOf(this Ast place, Ast holder)
    {
        for (var at = place; at is not null && at != holder; at = at.Parent)
        {
            if (at is ScriptBlockAst) return true;
        }
        return false;
    }
}
