namespace Intercom.PowerShell;

/// <summary>Completes the fields and values of queries when you press Tab.</summary>
/// <remarks>
/// It completes fields after $_. in the script blocks of searches, values after -eq, -ne and -in, and the keys and values of hashtables. It
/// also completes values in Where-Object after Get-IntercomConversation and similar cmdlets. The list shows the type of each field.
/// PowerShell does not let modules add such a completion by themselves, so this cmdlet wraps the TabExpansion2 function of the session.
/// Call it in your profile. All other completion works as before.
/// </remarks>
/// <example>
/// <para>
/// Enables the completion of query fields in this session, and shows the completions of one field. Add the first line to your profile.
/// </para>
/// <code>
/// Register-IntercomQueryCompletion
/// $typed = 'Search-IntercomContact { $_.Ema'
/// (TabExpansion2 $typed $typed.Length).CompletionMatches.CompletionText
/// </code>
/// <outcome>$output -contains 'Email'</outcome>
/// </example>
/// <example>
/// <para>Shows the completions of a value. In a profile, check first whether the module is imported.</para>
/// <code>
/// if (Get-Module Intercom) { Register-IntercomQueryCompletion }
/// $typed = 'Search-IntercomConversation { $_.State -eq '
/// (TabExpansion2 $typed $typed.Length).CompletionMatches.CompletionText
/// </code>
/// <outcome>[bool] ($output -match 'snoozed')</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Register, "IntercomQueryCompletion")]
public sealed class RegisterQueryCompletionCommand : PSCmdlet
{
    // The parameters match PowerShell's own function, which completes everything else.
    private const string Script = """
        param($original)
        $wrapper = {
            [CmdletBinding(DefaultParameterSetName = 'ScriptInputSet')]
            [OutputType([System.Management.Automation.CommandCompletion])]
            param(
                [Parameter(ParameterSetName = 'ScriptInputSet', Mandatory, Position = 0)] [AllowEmptyString()] [string] $inputScript,
                [Parameter(ParameterSetName = 'ScriptInputSet', Position = 1)] [int] $cursorColumn = $inputScript.Length,
                [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 0)] [System.Management.Automation.Language.Ast] $ast,
                [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 1)]
                    [System.Management.Automation.Language.Token[]] $tokens,
                [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 2)]
                    [System.Management.Automation.Language.IScriptPosition] $positionOfCursor,
                [Parameter(ParameterSetName = 'ScriptInputSet', Position = 2)]
                    [Parameter(ParameterSetName = 'AstInputSet', Position = 3)] [Hashtable] $options = $null
            )
            $found = if ($PSCmdlet.ParameterSetName -eq 'ScriptInputSet') {
                [Intercom.PowerShell.QueryMemberCompletion]::Complete($inputScript, $cursorColumn)
            }
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
