using System.Management.Automation.Language;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// Reads a script block such as <c>{ $_.Role -eq 'user' -and $_.CreatedAt -gt (Get-Date).AddDays(-30) }</c> into a query. The block is
/// never run: its comparisons become Intercom's operators; only the values beside them are evaluated, where the block was made (<see
/// cref="QueryValues"/>). What a search cannot say is an error that points at the very words.
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

    /// <summary>Reads a script block.</summary>
    /// <param name="script">The block; its condition is not run.</param>
    /// <param name="state">The session of the cmdlet, for a block that belongs nowhere.</param>
    /// <param name="resource">What will be searched, if known.</param>
    /// <param name="warn">Told what is sent, but may not be meant.</param>
    /// <exception cref="ParseException">It says what a search cannot.</exception>
    public static SearchQuery Read(ScriptBlock script, SessionState state, SearchResource? resource, Action<string> warn)
    {
        var block = (ScriptBlockAst)script.Ast;
        if (block.ParamBlock is { } parameters) throw Error(parameters, "A query takes no parameters: write the condition alone.");
        if ((block.BeginBlock ?? block.ProcessBlock) is { } named) throw Error(
            named, "A query is one condition, without begin and process blocks.");
        var statements = block.EndBlock?.Statements;
        if (statements is null or { Count: 0 }) throw Error(
            block, "The query is empty. Write a condition, such as { $_.Role -eq 'user' }.");
        if (statements.Count > 1) throw Error(statements[1], "A query is one condition. Join conditions with -and and -or.");
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
            case BinaryExpressionAst { Operator: TokenKind.Xor } xor: throw Error(
                xor.ErrorPosition, "-xor cannot be searched for. Write it with -and, -or and -not.");
            case BinaryExpressionAst comparison: return Comparison(comparison);
            case MemberExpressionAst or IndexExpressionAst when Field(expression) is { } field: return Guard(expression, () =>
                QueryFilter.Standing(field));
            default: throw Error(expression,
                "This is not a condition on a field. Compare a field of $_ with a value, such as $_.Email -like '*@example.com'.");
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
        if (left is not null && right is not null) throw Error(
            comparison, "Two fields cannot be compared with each other: a search compares a field with a value.");
        if (left is null && right is null) throw Error(
            comparison, "There is no field of $_ here. A condition compares a field, such as $_.CreatedAt, with a value.");
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
            TokenKind.Imatch or TokenKind.Inotmatch => throw Error(comparison.ErrorPosition,
                "A regular expression cannot be searched for. Use -like with 'x*' (starts), '*x' (ends) or '*x*' (contains)."),
            _ when comparison.Operator.ToString().StartsWith("C", StringComparison.Ordinal) => throw Error(
                comparison.ErrorPosition,
                $"Intercom's search does not tell capitals from small letters, so {comparison.ErrorPosition.Text} cannot be kept. Use "
                + $"-{comparison.Operator.ToString().Substring(1)}."),
            _ => throw Error(comparison.ErrorPosition,
                $"{comparison.ErrorPosition.Text} cannot be searched for. Use -eq -ne -gt -ge -lt -le -in -notin -like -notlike."),
        };
    }

    /// <summary>The one value of a comparison.</summary>
    private object? One(ExpressionAst valueAst, string field, TokenKind kind)
    {
        var value = _values.One(valueAst, field);
        if (value is object?[] list)
        {
            var word = kind is TokenKind.Ine or TokenKind.Inotcontains ? "-notin" : "-in";
            var remedy = kind is TokenKind.Ieq or TokenKind.Ine or TokenKind.Icontains or TokenKind.Inotcontains
                ? $"Use {word} for a list: $_.{field} {word} {valueAst}." : "Compare with one value.";
            throw Error(valueAst, $"'{valueAst}' holds {list.Length} values, and -{Name(kind)} compares with one. {remedy}");
        }
        if (kind is TokenKind.Ieq or TokenKind.Ine or TokenKind.Icontains or TokenKind.Inotcontains) RefuseEmpty(valueAst, field, value);
        return value;
    }

    private object? Contained(ExpressionAst valueAst, string field, TokenKind kind) =>
        One(valueAst, field, kind) ?? throw Error(
            valueAst, $"Nothing contains $null, so -{Name(kind)} cannot look for it. To find what has no {field}, write $_.{field} -eq "
            + "$null.");

    private object?[] Several(ExpressionAst valueAst, string field)
    {
        var values = _values.List(valueAst, field);
        foreach (var value in values)
        {
            if (value is object?[]) throw Error(valueAst, $"'{valueAst}' holds a list within the list. Give the values in one list.");
            RefuseEmpty(valueAst, field, value);
        }
        return values;
    }

    /// <summary>PowerShell distinguishes an empty string from no value. Whether Intercom's search does is not known.</summary>
    private static void RefuseEmpty(ExpressionAst valueAst, string field, object? value)
    {
        if (value is string { Length: 0 }) throw Error(
            valueAst, $"'{valueAst}' is an empty string, which Intercom may treat as no value. To find what has no {field}, write "
            + $"$_.{field} -eq $null; to find what has one, -ne $null.");
    }

    private SearchQuery Like(BinaryExpressionAst comparison, ExpressionAst valueAst, string field, bool negated)
    {
        var pattern = _values.One(valueAst, field) as string
            ?? throw Error(valueAst, "-like needs text with a * at its start, its end, or both.");
        var inner = pattern.Trim('*');
        if (inner.IndexOfAny(['*', '?', '[', ']', '`']) >= 0) throw Error(
            valueAst, $"'{pattern}' cannot be searched for: a * may stand at the start and at the end only, and ?, [ and ] not at all. "
            + "Search for a part of it, and filter the rest with Where-Object.");
        if (inner.Length == 0) throw Error(
            valueAst, $"The pattern '{pattern}' {(pattern.Length == 0 ? "is empty" : "matches every text")}, so it does not say what to "
            + $"look for. To find what has a {field}, write $_.{field} -ne $null; what has none, -eq $null.");
        var starts = pattern.StartsWith("*", StringComparison.Ordinal);
        var ends = pattern.EndsWith("*", StringComparison.Ordinal);
        var operation = starts && ends ? QueryOperator.Contains : ends ? QueryOperator.StartsWith : starts
            ? QueryOperator.EndsWith : QueryOperator.Equal;
        var filter = Filter(comparison, field, operation, inner);
        return negated ? Guard(comparison, () => filter.Negate(_resource)) : filter;
    }

    private static string Name(TokenKind kind) => kind.ToString().Substring(1);

    private static SearchQuery Filter(Ast at, string field, QueryOperator operation, object? value) =>
        Guard(at, () => new QueryFilter(field, operation, value));

    private static SearchQuery Guard(Ast at, Func<SearchQuery> make)
    {
        try
        {
            return make();
        }
        catch (QueryException failure)
        {
            throw Error(at.Extent, failure.Message, failure.Code);
        }
    }

    /// <summary>
    /// The dotted name of a field of $_, such as $_.Source.Subject or $_.CustomAttributes['plan']; null for anything else.
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
                        : throw Error(variable, "$_ alone is not a field. Name one: $_.Email.");
                default:
                    return null;
            }
        }
    }

    /// <summary>The name of a member or of an attribute in brackets, which may be computed.</summary>
    private string NameOf(ExpressionAst name) => name is StringConstantExpressionAst written ? written.Value
        : _values.Evaluate(name) is string { Length: > 0 } text ? text
        : throw Error(name, $"[{name}] does not name a field. Write the name of an attribute, as in $_.CustomAttributes['plan']; "
            + "elements of a list cannot be searched for by their place.");

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
        : throw Error(statement,
            "This is not a condition. A query compares fields of $_ with values; assignments, loops and commands cannot be searched for.");

    private static ParseException Error(Ast at, string message) => Error(at.Extent, message);

    internal static ParseException Error(IScriptExtent at, string message, string code = ErrorId) =>
        new([new ParseError(at, code, message)]);

    /// <summary>The id of a parse error that has no code of its own.</summary>
    internal const string ErrorId = "IntercomQuery";
}
