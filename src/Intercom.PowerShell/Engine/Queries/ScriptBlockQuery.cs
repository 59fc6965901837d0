using System.Management.Automation.Language;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// Translates a script block such as <c>{ $_.Role -eq 'user' -and $_.CreatedAt -gt (Get-Date).AddDays(-30) }</c> to a query. The block is
/// never run: its comparisons become Intercom's operators, and only the compared values are evaluated, in the scope where the block was
/// created (<see cref="QueryValues"/>). An error points at the expression that cannot be searched for.
/// </summary>
internal sealed class ScriptBlockQuery
{
    private readonly QueryValues _values;
    private readonly SearchResource? _resource;

    private ScriptBlockQuery(QueryValues values, SearchResource? resource)
    {
        _values = values;
        _resource = resource;
    }

    /// <summary>Translates a script block.</summary>
    /// <param name="script">The script block. Its condition is not run.</param>
    /// <param name="state">The session state of the cmdlet, for a script block without one.</param>
    /// <param name="resource">The searched resource; null when it is unknown.</param>
    /// <param name="warn">Receives a warning about a query that may not be intended.</param>
    /// <exception cref="ParseException">The script block cannot be translated.</exception>
    public static SearchQuery Read(ScriptBlock script, SessionState state, SearchResource? resource, Action<string> warn)
    {
        var block = (ScriptBlockAst)script.Ast;
        if (block.ParamBlock is { } parameters) throw At(parameters, CommandErrors.BlockWithParameters());
        if ((block.BeginBlock ?? block.ProcessBlock) is { } named) throw At(named, CommandErrors.BlockWithParts());
        var statements = block.EndBlock?.Statements;
        if (statements is null or { Count: 0 }) throw At(block, CommandErrors.EmptyBlock());
        if (statements.Count > 1) throw At(statements[1], CommandErrors.SeveralStatements());
        return new ScriptBlockQuery(new QueryValues(script, state, warn), resource).Condition(Pure(statements[0]));
    }

    private SearchQuery Condition(ExpressionAst expression)
    {
        switch (expression)
        {
            case ParenExpressionAst paren: return Condition(Pure(paren.Pipeline));
            case UnaryExpressionAst { TokenKind: TokenKind.Not or TokenKind.Exclaim } not: return Guard(
                not, () => Condition(not.Child).Negate(_resource));
            case BinaryExpressionAst { Operator: TokenKind.And } and: return Group(and, TokenKind.And, SearchQuery.All);
            case BinaryExpressionAst { Operator: TokenKind.Or } or: return Group(or, TokenKind.Or, SearchQuery.Any);
            case BinaryExpressionAst { Operator: TokenKind.Xor } xor: throw At(
                xor.ErrorPosition, CommandErrors.ExclusiveOr());
            case BinaryExpressionAst comparison: return Comparison(comparison);
            case MemberExpressionAst or IndexExpressionAst when Field(expression) is { } field: return Guard(expression, () =>
                QueryFilter.Standing(field));
            default: throw At(expression, CommandErrors.NotACondition());
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
        if (left is not null && right is not null) throw At(comparison, CommandErrors.TwoFields());
        if (left is null && right is null) throw At(comparison, CommandErrors.NoField());
        var mirrored = left is null;
        var field = left ?? right!;
        var valueAst = mirrored ? comparison.Left : comparison.Right;
        var kind = mirrored ? comparison.Mirrored() : comparison.Operator;
        return kind switch
        {
            TokenKind.Ieq => Filter(comparison, field, QueryOperator.Equal, One(valueAst, field, kind)),
            TokenKind.Ine => Filter(comparison, field, QueryOperator.NotEqual, One(valueAst, field, kind)),
            TokenKind.Igt => Filter(comparison, field, QueryOperator.Greater, One(valueAst, field, kind)),
            TokenKind.Ige => Filter(comparison, field, QueryOperator.GreaterOrEqual, One(valueAst, field, kind)),
            TokenKind.Ilt => Filter(comparison, field, QueryOperator.Less, One(valueAst, field, kind)),
            TokenKind.Ile => Filter(comparison, field, QueryOperator.LessOrEqual, One(valueAst, field, kind)),
            TokenKind.Iin => Filter(comparison, field, QueryOperator.In, Several(valueAst, field)),
            TokenKind.Inotin => Filter(comparison, field, QueryOperator.NotIn, Several(valueAst, field)),
            TokenKind.Icontains => Filter(comparison, field, QueryOperator.Equal, Contained(valueAst, field, kind)),
            TokenKind.Inotcontains => Filter(comparison, field, QueryOperator.NotEqual, Contained(valueAst, field, kind)),
            TokenKind.Ilike => Like(comparison, valueAst, field, negated: false),
            TokenKind.Inotlike => Like(comparison, valueAst, field, negated: true),
            TokenKind.Imatch or TokenKind.Inotmatch => throw At(comparison.ErrorPosition, CommandErrors.RegularExpression()),
            _ when comparison.Operator.ToString().StartsWith("C", StringComparison.Ordinal) => throw At(
                comparison.ErrorPosition, CommandErrors.CaseSensitive(comparison.ErrorPosition.Text, Name(comparison.Operator))),
            _ => throw At(comparison.ErrorPosition, CommandErrors.OperatorNotSearchable(comparison.ErrorPosition.Text)),
        };
    }

    /// <summary>The value of a comparison that accepts one.</summary>
    private object? One(ExpressionAst valueAst, string field, TokenKind kind)
    {
        var value = _values.One(valueAst, field);
        if (value is object?[] list)
        {
            var word = kind is TokenKind.Ine or TokenKind.Inotcontains ? "-notin" : "-in";
            throw At(valueAst, CommandErrors.ListForOneValue(
                $"{valueAst}", list.Length, Name(kind), field, IsEquality(kind) ? word : null));
        }
        if (IsEquality(kind)) RefuseEmpty(valueAst, field, value, isList: false);
        return value;
    }

    private static bool IsEquality(TokenKind kind) =>
        kind is TokenKind.Ieq or TokenKind.Ine or TokenKind.Icontains or TokenKind.Inotcontains;

    private object? Contained(ExpressionAst valueAst, string field, TokenKind kind) =>
        One(valueAst, field, kind) ?? throw At(valueAst, CommandErrors.NothingContainsNull(Name(kind), field));

    private object?[] Several(ExpressionAst valueAst, string field)
    {
        var values = _values.List(valueAst, field);
        foreach (var value in values)
        {
            if (value is object?[]) throw At(valueAst, CommandErrors.ListInList($"{valueAst}"));
            RefuseEmpty(valueAst, field, value, isList: values.Length > 1);
        }
        return values;
    }

    /// <summary>PowerShell distinguishes an empty string from null. Whether Intercom's search does is unknown.</summary>
    private static void RefuseEmpty(ExpressionAst valueAst, string field, object? value, bool isList)
    {
        if (value is string { Length: 0 }) throw At(valueAst, CommandErrors.EmptyBlockText($"{valueAst}", field, isList));
    }

    private SearchQuery Like(BinaryExpressionAst comparison, ExpressionAst valueAst, string field, bool negated)
    {
        var pattern = _values.One(valueAst, field) as string
            ?? throw At(valueAst, CommandErrors.PatternNotText());
        var (operation, inner) = Guarded(valueAst, () => QueryPattern.Read(pattern, field));
        var filter = Filter(comparison, field, operation, inner);
        return negated ? Guard(comparison, () => filter.Negate(_resource)) : filter;
    }

    private static string Name(TokenKind kind) => kind.ToString().Substring(1);

    private static SearchQuery Filter(Ast at, string field, QueryOperator operation, object? value) =>
        Guard(at, () => new QueryFilter(field, operation, value));

    private static SearchQuery Guard(Ast at, Func<SearchQuery> make) => Guarded(at, make);

    private static T Guarded<T>(Ast at, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (QueryException failure)
        {
            throw At(at, failure);
        }
    }

    /// <summary>
    /// The dotted name of a field of $_, such as $_.Source.Subject or $_.CustomAttributes['plan']; null for other expressions.
    /// </summary>
    private string? Field(ExpressionAst expression)
    {
        var names = new List<string>();
        var ast = expression;
        while (true)
        {
            switch (ast)
            {
                case MemberExpressionAst member and not InvokeMemberExpressionAst when !member.Static && member.Member is ExpressionAst name
                    && IsOfItem(member):
                    names.Insert(0, NameOf(name));
                    ast = member.Expression;
                    continue;
                case IndexExpressionAst index when IsOfItem(index):
                    names.Insert(0, NameOf(index.Index));
                    ast = index.Target;
                    continue;
                case VariableExpressionAst variable when variable.IsItem():
                    return names.Count > 0 ? string.Join(".", names)
                        : throw At(variable, CommandErrors.ItemAlone());
                default:
                    return null;
            }
        }
    }

    /// <summary>The name of a member, or of an attribute in brackets, which may be an expression.</summary>
    private string NameOf(ExpressionAst name) => name is StringConstantExpressionAst written ? written.Value
        : _values.Evaluate(name) is string { Length: > 0 } text ? text
        : throw At(name, CommandErrors.NotAFieldName($"{name}"));

    private static bool IsOfItem(ExpressionAst expression) => expression switch
    {
        InvokeMemberExpressionAst => false,
        MemberExpressionAst member => IsOfItem(member.Expression),
        IndexExpressionAst index => IsOfItem(index.Target),
        VariableExpressionAst variable => variable.IsItem(),
        _ => false,
    };

    private static ExpressionAst Pure(StatementAst statement) =>
        statement is PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0 } command] } ? command.Expression
        : throw At(statement, CommandErrors.StatementInQuery());

    /// <summary>A query error that points at an expression.</summary>
    internal static ParseException At(Ast words, QueryException error) => At(words.Extent, error);

    internal static ParseException At(IScriptExtent words, QueryException error) => new([new ParseError(words, error.Code, error.Message)]);
}
