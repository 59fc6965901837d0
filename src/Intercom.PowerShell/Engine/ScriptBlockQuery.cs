using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// Reads a script block such as <c>{ $_.Role -eq 'user' -and $_.CreatedAt -gt (Get-Date).AddDays(-30) }</c> into a query. The block is never run:
/// its comparisons become Intercom's operators; only the values beside them are evaluated, in the caller's scope. What a search cannot say is an error
/// that points at the very words.
/// </summary>
internal sealed class ScriptBlockQuery
{
    private readonly SessionState _state;
    private readonly SearchResource? _resource;

    private ScriptBlockQuery(SessionState state, SearchResource? resource)
    {
        _state = state;
        _resource = resource;
    }

    /// <summary>Reads a script block.</summary>
    /// <exception cref="ParseException">It says what a search cannot.</exception>
    public static SearchQuery Read(ScriptBlockAst block, SessionState state, SearchResource? resource)
    {
        if (block.ParamBlock is { } parameters) throw Error(parameters, "A query takes no parameters: write the condition alone.");
        if ((block.BeginBlock ?? block.ProcessBlock) is { } named) throw Error(named, "A query is one condition, without begin and process blocks.");
        var statements = block.EndBlock?.Statements;
        if (statements is null or { Count: 0 }) throw Error(block, "The query is empty. Write a condition, such as { $_.Role -eq 'user' }.");
        if (statements.Count > 1) throw Error(statements[1], "A query is one condition. Join conditions with -and and -or.");
        return new ScriptBlockQuery(state, resource).Condition(Pure(statements[0]));
    }

    private SearchQuery Condition(ExpressionAst expression)
    {
        switch (expression)
        {
            case ParenExpressionAst paren: return Condition(Pure(paren.Pipeline));
            case UnaryExpressionAst { TokenKind: TokenKind.Not or TokenKind.Exclaim } not: return Guard(not, () => Condition(not.Child).Negate(_resource));
            case BinaryExpressionAst { Operator: TokenKind.And } and: return Group(and, TokenKind.And, SearchQuery.All);
            case BinaryExpressionAst { Operator: TokenKind.Or } or: return Group(or, TokenKind.Or, SearchQuery.Any);
            case BinaryExpressionAst { Operator: TokenKind.Xor } xor: throw Error(xor.ErrorPosition, "-xor cannot be searched for. Write it with -and, -or and -not.");
            case BinaryExpressionAst comparison: return Comparison(comparison);
            case MemberExpressionAst member when Field(member) is { } field: return Filter(member, field, QueryOperator.Equal, true);
            default: throw Error(expression, "This is no condition on a field. Compare a field of $_ with a value, such as $_.Email -like '*@example.com'.");
        }
    }

    private QueryGroup Group(BinaryExpressionAst root, TokenKind kind, Func<SearchQuery[], QueryGroup> join)
    {
        var conditions = new List<SearchQuery>();
        void Collect(ExpressionAst part)
        {
            if (part is BinaryExpressionAst binary && binary.Operator == kind)
            {
                Collect(binary.Left);
                Collect(binary.Right);
            }
            else conditions.Add(Condition(part));
        }
        Collect(root);
        return join(conditions.ToArray());
    }

    private SearchQuery Comparison(BinaryExpressionAst comparison)
    {
        var left = Field(comparison.Left);
        var right = Field(comparison.Right);
        if (left is not null && right is not null) throw Error(comparison, "Two fields cannot be compared with one another: a search compares a field with a value.");
        if (left is null && right is null) throw Error(comparison, "There is no field of $_ here. A condition compares a field, such as $_.CreatedAt, with a value.");
        var mirrored = left is null;
        var field = left ?? right!;
        var valueAst = mirrored ? comparison.Left : comparison.Right;
        var kind = mirrored ? Mirror(comparison) : comparison.Operator;
        var value = Value(valueAst);
        return kind switch
        {
            TokenKind.Ieq => Filter(comparison, field, value is Array ? QueryOperator.In : QueryOperator.Equal, value),
            TokenKind.Ine => Filter(comparison, field, value is Array ? QueryOperator.NotIn : QueryOperator.NotEqual, value),
            TokenKind.Igt => Filter(comparison, field, QueryOperator.Greater, value),
            TokenKind.Ige => Filter(comparison, field, QueryOperator.GreaterOrEqual, value),
            TokenKind.Ilt => Filter(comparison, field, QueryOperator.Less, value),
            TokenKind.Ile => Filter(comparison, field, QueryOperator.LessOrEqual, value),
            TokenKind.Iin => Filter(comparison, field, QueryOperator.In, AsList(value)),
            TokenKind.Inotin => Filter(comparison, field, QueryOperator.NotIn, AsList(value)),
            TokenKind.Icontains => Filter(comparison, field, QueryOperator.Equal, value),
            TokenKind.Inotcontains => Filter(comparison, field, QueryOperator.NotEqual, value),
            TokenKind.Ilike => Like(comparison, valueAst, field, value, negated: false),
            TokenKind.Inotlike => Like(comparison, valueAst, field, value, negated: true),
            TokenKind.Imatch or TokenKind.Inotmatch => throw Error(comparison.ErrorPosition, "A regular expression cannot be searched for. Use -like with 'x*' (starts), '*x' (ends) or '*x*' (contains)."),
            _ when comparison.Operator.ToString().StartsWith("C", StringComparison.Ordinal) => throw Error(comparison.ErrorPosition, $"Intercom's search does not tell capitals from small letters, so {comparison.ErrorPosition.Text} cannot be kept. Use -{comparison.Operator.ToString().Substring(1)}."),
            _ => throw Error(comparison.ErrorPosition, $"{comparison.ErrorPosition.Text} cannot be searched for. Use -eq -ne -gt -ge -lt -le -in -notin -like -notlike."),
        };
    }

    private SearchQuery Like(BinaryExpressionAst comparison, ExpressionAst valueAst, string field, object? value, bool negated)
    {
        var pattern = value as string ?? throw Error(valueAst, "-like needs text with a * at its start, its end, or both.");
        var inner = pattern.Trim('*');
        if (inner.IndexOfAny(['*', '?', '[', ']', '`']) >= 0) throw Error(valueAst, $"'{pattern}' cannot be searched for: a * may stand at the start and at the end only, and ?, [ and ] not at all. Search for a part of it, and filter the rest with Where-Object.");
        var starts = pattern.StartsWith("*", StringComparison.Ordinal);
        var ends = pattern.EndsWith("*", StringComparison.Ordinal);
        if (inner.Length == 0) return Filter(comparison, field, negated ? QueryOperator.Equal : QueryOperator.NotEqual, null);
        var operation = starts && ends ? QueryOperator.Contains : ends ? QueryOperator.StartsWith : starts ? QueryOperator.EndsWith : QueryOperator.Equal;
        var filter = Filter(comparison, field, operation, inner);
        return negated ? Guard(comparison, () => filter.Negate(_resource)) : filter;
    }

    private static TokenKind Mirror(BinaryExpressionAst comparison) => comparison.Operator switch
    {
        TokenKind.Igt => TokenKind.Ilt, TokenKind.Ige => TokenKind.Ile, TokenKind.Ilt => TokenKind.Igt, TokenKind.Ile => TokenKind.Ige,
        // 'a','b' -contains $_.Field is $_.Field -in 'a','b'; and the other way round.
        TokenKind.Icontains => TokenKind.Iin, TokenKind.Inotcontains => TokenKind.Inotin, TokenKind.Iin => TokenKind.Icontains, TokenKind.Inotin => TokenKind.Inotcontains,
        TokenKind.Ilike or TokenKind.Inotlike => throw Error(comparison, "The field stands on the left of -like: $_.Name -like 'A*'."),
        var same => same,
    };

    private static object AsList(object? value) => value is Array ? value : new[] { value };

    private static SearchQuery Filter(Ast at, string field, QueryOperator operation, object? value) => Guard(at, () => new QueryFilter(field, operation, value));

    private static SearchQuery Guard(Ast at, Func<SearchQuery> make)
    {
        try
        {
            return make();
        }
        catch (QueryException failure)
        {
            throw Error(at, failure.Message);
        }
    }

    /// <summary>The dotted name of a field of $_; null for anything else.</summary>
    private static string? Field(ExpressionAst expression)
    {
        var names = new List<string>();
        var ast = expression;
        while (ast is MemberExpressionAst member and not InvokeMemberExpressionAst && !member.Static)
        {
            if (member.Member is not StringConstantExpressionAst name) return null;
            names.Insert(0, name.Value);
            ast = member.Expression;
        }
        if (ast is VariableExpressionAst variable && IsItem(variable) && names.Count > 0) return string.Join(".", names);
        if (ast is VariableExpressionAst bare && IsItem(bare)) throw Error(bare, "$_ alone is no field. Name one: $_.Email.");
        return null;
    }

    private static bool IsItem(VariableExpressionAst variable) => variable.VariablePath.UserPath is "_" or "PSItem";

    private object? Value(ExpressionAst expression)
    {
        if (expression.Find(ast => ast is VariableExpressionAst variable && IsItem(variable), searchNestedScriptBlocks: true) is { } item)
        {
            throw Error(item, "A field cannot be computed with: it stands alone on one side, as in $_.CreatedAt -gt (Get-Date).AddDays(-30).");
        }
        try
        {
            var results = _state.InvokeCommand.InvokeScript(false, ScriptBlock.Create(expression.Extent.Text), null);
            // One item of an array expression is still an array to who wrote it.
            var many = results.Count != 1 || expression is ArrayLiteralAst or ArrayExpressionAst;
            return many && results.Count > 0 ? results.Select(CommandPlan.Unwrap).ToArray() : results.Count == 0 ? expression is ArrayExpressionAst ? Array.Empty<object?>() : null : CommandPlan.Unwrap(results[0]);
        }
        catch (RuntimeException failure) when (failure is not PipelineStoppedException)
        {
            throw Error(expression, $"The value cannot be worked out: {failure.Message}");
        }
    }

    private static ExpressionAst Pure(StatementAst statement) =>
        statement is PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0 } command] } ? command.Expression
        : throw Error(statement, "This is no condition. A query compares fields of $_ with values; assignments, loops and commands cannot be searched for.");

    private static ParseException Error(Ast at, string message) => Error(at.Extent, message);

    private static ParseException Error(IScriptExtent at, string message) => new([new ParseError(at, "IntercomQuery", message)]);
}
