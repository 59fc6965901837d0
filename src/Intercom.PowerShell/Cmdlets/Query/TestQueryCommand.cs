using Intercom.Http;
using Intercom.PowerShell;
using Intercom.Query;

namespace Intercom
{
    /// <summary>The explanation of a query: what would be sent, and notes about it.</summary>
    public sealed class QueryExplanation
    {
        /// <summary>True when the query can be sent.</summary>
        public bool IsValid { get; init; }

        /// <summary>The resource that is searched.</summary>
        public string Resource { get; init; } = "";

        /// <summary>The query as it was understood, in one line.</summary>
        public string Query { get; init; } = "";

        /// <summary>
        /// The query as it would be sent, in one line. Empty when the query is not valid, or when it cannot match anything and nothing is
        /// sent.
        /// </summary>
        public string Sent { get; init; } = "";

        /// <summary>The JSON that would be sent. Empty when nothing would be sent.</summary>
        public string Json { get; init; } = "";

        /// <summary>What was rewritten and why, what is doubtful, and what Intercom would reject.</summary>
        public ItemList<string> Notes { get; init; } = new([]);

        /// <summary>The query in one line.</summary>
        public override string ToString() => Query;
    }
}

namespace Intercom.PowerShell
{
    /// <summary>Explains a query without sending it: its JSON, what is rewritten, and what Intercom would reject.</summary>
    /// <remarks>The notes say why the query was rewritten, and where Intercom would misread it.</remarks>
    /// <example>
    /// <para>Shows what would be sent, with notes about it. Nothing is sent.</para>
    /// <code>Test-IntercomQuery { $_.CreatedAt -ge '2026-01-01' -and $_.Role -eq 'user' }</code>
    /// <outcome>$output[0].IsValid -and $output[0].Json -match '"role"' -and $calls.Count -eq 0</outcome>
    /// </example>
    /// <example>
    /// <para>Checks a query for conversations before you use it in a script.</para>
    /// <code>
    /// $query = @{ state = 'open'; 'source.body' = 'invoice' }
    /// (Test-IntercomQuery $query Conversation).IsValid
    /// </code>
    /// <outcome>$output.Count -eq 1 -and $output[0] -eq $true</outcome>
    /// </example>
    [Cmdlet(VerbsDiagnostic.Test, "IntercomQuery"), OutputType(typeof(QueryExplanation))]
    public sealed class TestQueryCommand : PSCmdlet
    {
        /// <summary>The query in any form: output of New-IntercomQuery, a script block, a hashtable, or JSON.</summary>
        [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), ValidateNotNull]
        public object? Query { get; set; }

        /// <summary>The resource that would be searched.</summary>
        [Parameter(Position = 1)]
        public SearchResource Resource { get; set; } = SearchResource.Contact;

        /// <summary>Explains the query as the search cmdlets run it with -Exact.</summary>
        [Parameter]
        public SwitchParameter Exact { get; set; }

        /// <inheritdoc/>
        protected override void ProcessRecord()
        {
            try
            {
                var (query, _) = QueryInput.Read(Query, SessionState, Resource, WriteWarning);
                var plan = QueryCompiler.Compile(query, Resource, new QueryOptions
                {
                    ApiVersion = IntercomConnections.InUse?.ApiVersion ?? ApiVersions.Default, Exact = Exact, NamesAreLookedUp = true,
                });
                var isSent = plan.IsValid && !plan.FindsNothing;
                WriteObject(new QueryExplanation
                {
                    IsValid = plan.IsValid, Resource = Resource.ToString(), Query = plan.Typed.ToString()!, Sent = isSent
                        ? plan.Sent.ToString()! : "", Json = isSent ? plan.ToJson() : "",
                    Notes = new ItemList<string>(plan.Notes.Select(note => note.ToString()).ToArray()),
                });
            }
            catch (Exception failure) when (QueryErrors.Is(failure))
            {
                WriteError(QueryErrors.Record(this, failure, Query));
            }
        }
    }
}
