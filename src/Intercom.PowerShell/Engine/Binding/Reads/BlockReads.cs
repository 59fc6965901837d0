using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// The script blocks that PowerShell evaluates for each piped object, as in <c>-Name { $_.Nickname }</c>, whether they are written on the
/// command line, held by a variable, or splatted.
/// </summary>
internal sealed class BlockReads
{
    private readonly (ScriptBlockAst Block, LostReads Reads)[] _blocks;

    /// <summary>Finds the script blocks of a command.</summary>
    public BlockReads(PSCmdlet command)
    {
        var name = command.MyInvocation.MyCommand.Name;
        _blocks = [.. WrittenCommand.Blocks(command).Select(block => (block.Ast, new LostReads(block.Scope, name, block.Ast)))];
    }

    /// <summary>True when there is a script block.</summary>
    public bool Any => _blocks.Length > 0;

    /// <summary>True when a script block reads the column, so that its value is used.</summary>
    public bool Includes(string heading) => Array.Exists(_blocks, block => block.Block.Find(ast =>
        ast is VariableExpressionAst item && item.IsItem() && Reads(item, heading), searchNestedScriptBlocks: true) is not null);

    /// <summary>True for a property of that name, and where the object itself is passed on or its property is computed.</summary>
    private static bool Reads(VariableExpressionAst item, string heading) =>
        item.Parent is not MemberExpressionAst { Member: StringConstantExpressionAst { Value: var name } } member
        || member.Expression != item || name.Equals(heading, StringComparison.OrdinalIgnoreCase);

    /// <summary>Rejects an object for which a script block reads something that does not exist.</summary>
    /// <exception cref="ArgumentException">A variable is not set, or a property, key or element does not exist.</exception>
    public void Refuse(PSObject piped)
    {
        foreach (var (_, reads) in _blocks) reads.Refuse(piped);
    }
}
