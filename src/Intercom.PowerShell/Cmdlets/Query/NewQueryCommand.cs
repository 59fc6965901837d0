using System.Collections;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Builds a search query from a field and value, a group, a script block, a hashtable or JSON.</summary>
/// <remarks>
/// A script block is read but never run. JSON is Intercom's own search format. The search cmdlets check the query, and complete it for the
/// resource that they search. Test-IntercomQuery shows what would be sent.
/// </remarks>
/// <example>
/// <para>Finds contacts by one field. IN accepts several values.</para>
/// <code>
/// New-IntercomQuery custom_attributes.plan IN premium, enterprise |
///     Search-IntercomContact
/// </code>
/// <outcome>
/// $output | Test-Each { $_.CustomAttributes.plan -in 'premium', 'enterprise' }
/// $output.Count -eq @(Get-IntercomContact | Where-Object { $_.CustomAttributes.plan -in 'premium', 'enterprise' }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Combines conditions. The script block is read, not run.</para>
/// <code>
/// $start = (Get-Date).Date.AddDays(-30)
/// $recent = New-IntercomQuery { $_.CreatedAt -gt $start }
/// $paying = New-IntercomQuery @{ 'custom_attributes.plan' = 'premium' }
/// New-IntercomQuery -All $recent, $paying | Search-IntercomContact
/// </code>
/// <outcome>$output | Test-Each { $_.CustomAttributes.plan -eq 'premium' -and $_.CreatedAt -gt (Get-Date).AddDays(-32) }</outcome>
/// </example>
/// <example>
/// <para>Reads a query in Intercom's own JSON, and negates it.</para>
/// <code>
/// $json = '{ "field": "role", "operator": "=", "value": "user" }'
/// New-IntercomQuery -Json $json -Not | Search-IntercomContact
/// </code>
/// <outcome>$output.Count -eq 50 -and ($output | Test-Each { $_.Role -eq 'lead' })</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomQuery", DefaultParameterSetName = "Leaf"), OutputType(typeof(SearchQuery))]
public sealed class NewQueryCommand : PSCmdlet
{
    private readonly List<SearchQuery> _piped = [];
    private readonly QueryForm _form = new("New-IntercomQuery");

    /// <summary>The field, such as role, custom_attributes.plan or CreatedAt.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Leaf"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QueryFieldCompleter))]
    public string Field { get; set => field = _form.Only("Leaf", nameof(Field), value); } = "";

    /// <summary>
    /// The operator: = != &lt; &gt; &lt;= &gt;= IN NIN ~ (contains) !~ (does not contain) ^ (starts with) $ (ends with). Quote &lt; and
    /// &gt;, or use eq, ne, lt, gt, le, ge.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Leaf"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QueryOperatorCompleter))]
    public string Operator { get; set => field = _form.Only("Leaf", nameof(Operator), value); } = "";

    /// <summary>
    /// The value, or several values for IN and NIN. The literal $null matches objects without a value. A variable or property that is $null
    /// is an error.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = "Leaf"), AllowNull, AllowEmptyString, AllowEmptyCollection]
    [ArgumentCompleter(typeof(QueryValueCompleter))]
    public object? Value { get; set => field = _form.Only("Leaf", nameof(Value), value); }

    /// <summary>Conditions that must all be true.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "All"), ValidateNotNullOrEmpty]
    public object[] All { get; set => field = _form.Only("All", nameof(All), value); } = [];

    /// <summary>Conditions of which at least one must be true.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Any"), ValidateNotNullOrEmpty]
    public object[] Any { get; set => field = _form.Only("Any", nameof(Any), value); } = [];

    /// <summary>The condition as a script block: { $_.Role -eq 'user' -and $_.CreatedAt -gt (Get-Date).AddDays(-30) }.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ScriptBlock"), ValidateNotNull]
    public ScriptBlock? Where { get; set => field = _form.Only("ScriptBlock", nameof(Where), value); }

    /// <summary>The condition as a hashtable: @{ role = 'user'; 'custom_attributes.plan' = 'premium', 'enterprise' }.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Table"), ValidateNotNull]
    public IDictionary? Table { get; set => field = _form.Only("Table", nameof(Table), value); }

    /// <summary>The condition in Intercom's own JSON.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Json"), ValidateNotNullOrEmpty]
    public string? Json { get; set => field = _form.Only("Json", nameof(Json), value); }

    /// <summary>Conditions from the pipeline. All must be true, or at least one with -MatchAny.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Pipeline", ValueFromPipeline = true), ValidateNotNull]
    public object? InputObject { get; set => field = _form.Only("Pipeline", nameof(InputObject), value); }

    /// <summary>Requires only one of the conditions from the pipeline to be true.</summary>
    [Parameter(ParameterSetName = "Pipeline")]
    public SwitchParameter MatchAny { get; set => field = _form.Only("Pipeline", nameof(MatchAny), value); }

    /// <summary>Negates the condition.</summary>
    [Parameter]
    public SwitchParameter Not { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Pipeline") QueryErrors.End(this, InputObject, () => _piped.Add(Read(InputObject)));
        else QueryErrors.End(this, null, () => Write(Build()));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_piped.Count == 0) return;
        QueryErrors.End(this, null, () => Write(_piped is [var one] ? one
            : MatchAny ? SearchQuery.Any([.. _piped]) : SearchQuery.All([.. _piped])));
    }

    private SearchQuery Build() => ParameterSetName switch
    {
        "All" => SearchQuery.All(All.Select(Read).ToArray()),
        "Any" => SearchQuery.Any(Any.Select(Read).ToArray()),
        "ScriptBlock" => Read(Where),
        "Table" => Read(Table),
        "Json" => SearchQuery.Parse(Json!),
        _ => QueryLeaf.Read(Field, Operator, Value, MyInvocation),
    };

    private SearchQuery Read(object? given) => QueryInput.Read(given, SessionState, null, WriteWarning).Query;

    private void Write(SearchQuery query) => WriteObject(Not ? query.Negate() : query);
}
