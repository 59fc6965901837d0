using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// The properties that script blocks on the command line read from each piped object, as in <c>-Name { $_.Nickname }</c>. PowerShell reads
/// a misspelled one as $null, which would silently clear the field or shorten a string.
/// </summary>
internal sealed class BlockReads
{
    private readonly MemberExpressionAst[] _reads;

    /// <summary>Parses the script blocks of a command.</summary>
    public BlockReads(InvocationInfo invocation) => _reads =
    [
        .. WrittenCommand.Blocks(invocation)
            .SelectMany(block => block.FindAll(ast => ast is MemberExpressionAst, searchNestedScriptBlocks: false))
            .Cast<MemberExpressionAst>(),
    ];

    /// <summary>True when a script block reads the column, so that its value is used.</summary>
    public bool Includes(string heading) => Array.Exists(_reads, read =>
        read is { Expression: VariableExpressionAst item, Member: StringConstantExpressionAst { Value: var name } } && item.IsItem()
        && name.Equals(heading, StringComparison.OrdinalIgnoreCase));

    /// <summary>The error for the first property that the object does not have; null when it has all of them.</summary>
    public RowException? FirstUnknown(PSObject piped)
    {
        foreach (var read in _reads)
        {
            // A property that is read conditionally may be missing from some objects.
            if (ObjectMembers.HasAll(read, ValueOf, out var name, out var known) || IsConditional(read)) continue;
            return CommandErrors.UnknownColumn(name, $"{read}", ObjectMembers.Meant(name, known));
        }
        return null;

        object? ValueOf(VariableExpressionAst variable) => variable.IsItem() ? piped : null;
    }

    /// <summary>True for a property that is not read from every object, inside if, switch, try, ?: or ??.</summary>
    private static bool IsConditional(Ast place)
    {
        for (var at = place.Parent; at is not (null or ScriptBlockAst); at = at.Parent)
        {
            if (at is IfStatementAst or SwitchStatementAst or TryStatementAst) return true;
            // Windows PowerShell has neither ?: nor ??, so the types are compared by name.
            if (at.GetType().Name == "TernaryExpressionAst") return true;
            if (at is BinaryExpressionAst binary && binary.Operator.ToString() == "QuestionQuestion") return true;
        }
        return false;
    }
}
