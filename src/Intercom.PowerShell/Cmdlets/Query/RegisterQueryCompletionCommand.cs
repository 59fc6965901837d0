using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>
/// Makes Tab complete the fields behind $_. in the script blocks of searches, with their types, in this session. PowerShell offers modules no way to do that by themselves,
/// so this wraps the session's TabExpansion2 function; put it in your profile. Everything else completes as before.
/// </summary>
/// <example>
/// <para>Makes Tab complete the fields of queries in this session. Put the line into your profile.</para>
/// <code>
/// Register-IntercomQueryCompletion
/// $typed = 'Search-IntercomContact { $_.Ema'
/// (TabExpansion2 $typed $typed.Length).CompletionMatches.CompletionText
/// </code>
/// <outcome>$output -contains 'Email'</outcome>
/// </example>
/// <example>
/// <para>Does so in a profile that has imported the module.</para>
/// <code>if (Get-Module Intercom) { Register-IntercomQueryCompletion }</code>
/// <outcome>
/// $typed = 'Search-IntercomContact { $_.Ema'
/// (TabExpansion2 $typed $typed.Length).CompletionMatches.CompletionText -contains 'Email'
/// </outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Register, "IntercomQueryCompletion")]
public sealed class RegisterQueryCompletionCommand : PSCmdlet
{
    // The parameters are those of PowerShell's own function, which is called for everything that is not ours.
    private const string Script = """
        param($original)
        $wrapper = {
            [CmdletBinding(DefaultParameterSetName = 'ScriptInputSet')]
            [OutputType([System.Management.Automation.CommandCompletion])]
            param(
                [Parameter(ParameterSetName = 'ScriptInputSet', Mandatory, Position = 0)] [AllowEmptyString()] [string] $inputScript,
                [Parameter(ParameterSetName = 'ScriptInputSet', Position = 1)] [int] $cursorColumn = $inputScript.Length,
                [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 0)] [System.Management.Automation.Language.Ast] $ast,
                [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 1)] [System.Management.Automation.Language.Token[]] $tokens,
                [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 2)] [System.Management.Automation.Language.IScriptPosition] $positionOfCursor,
                [Parameter(ParameterSetName = 'ScriptInputSet', Position = 2)] [Parameter(ParameterSetName = 'AstInputSet', Position = 3)] [Hashtable] $options = $null
            )
            $found = if ($PSCmdlet.ParameterSetName -eq 'ScriptInputSet') { [Intercom.PowerShell.QueryMemberCompletion]::Complete($inputScript, $cursorColumn) }
                     else { [Intercom.PowerShell.QueryMemberCompletion]::Complete($ast.Extent.Text, $positionOfCursor.Offset) }
            if ($found) { return $found }
            & $original @PSBoundParameters
        }
        $wrapper.GetNewClosure()
        """;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (SessionState.InvokeCommand.GetCommand("TabExpansion2", CommandTypes.Function) is not FunctionInfo original) return;
        if (original.Definition.Contains(nameof(QueryMemberCompletion))) return;
        var script = InvokeCommand.NewScriptBlock(Script);
        var wrapper = (ScriptBlock)script.Invoke(original.ScriptBlock)[0].BaseObject;
        SessionState.InvokeProvider.Item.Set("Function:\\global:TabExpansion2", wrapper);
    }
}
