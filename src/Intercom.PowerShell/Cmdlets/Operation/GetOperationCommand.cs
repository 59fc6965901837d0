using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the operations of Intercom's API and the cmdlets that perform them.</summary>
/// <remarks>
/// This cmdlet does not require a connection. Every cmdlet sends the version of the connection, or the version that its operation needs if
/// that is higher. Newer operations therefore work with every connection.
/// </remarks>
/// <example>
/// <para>Lists the operations on conversations, and the cmdlets that perform them.</para>
/// <code>Get-IntercomOperation conversations*</code>
/// <outcome>$output.Cmdlet -contains 'Close-IntercomConversation' -and ($output | Test-Each { $_.Path -like 'conversations*' })</outcome>
/// </example>
/// <example>
/// <para>Lists the operations that a cmdlet uses.</para>
/// <code>Get-IntercomOperation -Cmdlet Get-IntercomContact</code>
/// <outcome>
/// $output | Test-Each { $_.Cmdlet -eq 'Get-IntercomContact' }
/// $output.Path -contains 'contacts'
/// </outcome>
/// </example>
/// <example>
/// <para>Shows the first version of the API that has an operation, and the version that the connection sends for it.</para>
/// <code>
/// Get-IntercomOperation -Cmdlet Remove-IntercomConversation |
///     Select-Object Path, Since, SentVersion
/// </code>
/// <outcome>$output[0].Since -eq '2.14' -and $output[0].SentVersion -eq (Get-IntercomConnection -Current).ApiVersion</outcome>
/// </example>
/// <example>
/// <para>Lists the operations that are not retried once they may have been executed, because a retry could reach a customer twice.</para>
/// <code>Get-IntercomOperation | Where-Object Retry -eq Once</code>
/// <outcome>$output.Cmdlet -contains 'Send-IntercomReply' -and $output.Cmdlet -notcontains 'Get-IntercomContact'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomOperation"), OutputType(typeof(IntercomOperation))]
public sealed class GetOperationCommand : PSCmdlet
{
    /// <summary>Returns only operations whose path matches, such as contacts/*. Wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards]
    public string Path { get; set; } = "*";

    /// <summary>Returns only operations with this HTTP method.</summary>
    [Parameter, ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE")]
    public string? Method { get; set; }

    /// <summary>
    /// Returns the operations that this version of the API has. The default is 2.16. Preview returns all, also those that Intercom may
    /// still change.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(ApiVersionCompleter))]
    public string ApiVersion { get; set; } = "2.16";

    /// <summary>Returns only operations of this cmdlet. Wildcards are allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Name"), SupportsWildcards]
    public string Cmdlet { get; set; } = "*";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = WildcardPattern.Get(Path.TrimStart('/'), WildcardOptions.IgnoreCase);
        var last = Version();
        var sent = IntercomConnections.InUse?.ApiVersion ?? ApiVersions.Default;
        var cmdlet = WildcardPattern.Get(Cmdlet, WildcardOptions.IgnoreCase);
        var all = from each in AllOperations.List
                  where ApiVersions.Compare(each.Operation.Since ?? ApiVersions.Default, last) <= 0
                  select new IntercomOperation(each.Operation, each.Cmdlet, sent);
        WriteObject(all.Where(operation => path.IsMatch(operation.Path) && cmdlet.IsMatch(operation.Cmdlet)
            && (Method is null || string.Equals(Method, operation.Method, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal)
                .ThenBy(operation => operation.Cmdlet, StringComparer.Ordinal), enumerateCollection: true);
    }

    private string Version()
    {
        try
        {
            return ApiVersions.Read(ApiVersion);
        }
        catch (ArgumentException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, ApiVersion));
            throw;
        }
    }
}
