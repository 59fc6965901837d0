using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// What the script blocks on a command line read of each piped object: the names in <c>-Name { $_.Nickname }</c>. PowerShell reads a
/// misspelt one as $null, which would silently clear the field or shorten a string.
/// </summary>
internal sealed class BlockReads
{
    private readonly MemberExpressionAst[] _reads;

    /// <summary>Reads the blocks of a command.</summary>
    public BlockReads(InvocationInfo invocation) => _reads =
    [
        .. WrittenCommand.Blocks(invocation)
            .SelectMany(block => block.FindAll(ast => ast is MemberExpressionAst, searchNestedScriptBlocks: false))
            .Cast<MemberExpressionAst>(),
    ];

    /// <summary>True when a block reads the column, so that its value is not passed over.</summary>
    public bool Includes(string heading) => Array.Exists(_reads, read =>
        read is { Expression: VariableExpressionAst item, Member: StringConstantExpressionAst { Value: var name } } && item.IsItem()
        && name.Equals(heading, StringComparison.OrdinalIgnoreCase));

    /// <summary>The error of the first name that the object does not have. Null when it has all.</summary>
    public RowException? FirstUnknown(PSObject piped)
    {
        foreach (var read in _reads)
        {
            // What is read under a condition need not be there for each object.
            if (ObjectMembers.HasAll(read, ValueOf, out var name, out var known) || IsConditional(read)) continue;
            return CommandErrors.UnknownColumn(name, $"{read}", ObjectMembers.Meant(name, known));
        }
        return null;

        object? ValueOf(VariableExpressionAst variable) => variable.IsItem() ? piped : null;
    }

    /// <summary>True for a name that is not read of every object: behind if, switch, try, ?: and ??.</summary>
    private static bool IsConditional(Ast place)
    {
        for (var at = place.Parent; at is not (null or ScriptBlockAst); at = at.Parent)
        {
            if (at is IfStatementAst or SwitchStatementAst or TryStatementAst) return true;
            // Windows PowerShell has neither ?: nor ??.
            if (at.GetType().Name == "TernaryExpressionAst") return true;
            if (at is BinaryExpressionAst binary && binary.Operator.ToString() == "QuestionQuestion") return true;
        }
        return false;
    }
}
