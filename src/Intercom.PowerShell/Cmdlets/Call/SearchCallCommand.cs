using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Finds the telephone calls of conversations, with transcripts where available.</summary>
/// <remarks>Intercom accepts 20 conversations per request. The cmdlet accepts any number and sends as many requests as necessary.</remarks>
/// <example>
/// <para>Finds the calls of the 50 newest conversations.</para>
/// <code>Get-IntercomConversation -First 50 | Search-IntercomCall</code>
/// <outcome>
/// $newest = (Before { Get-IntercomConversation -First 50 }).Id
/// $output | Test-Each { $_.ConversationId -in $newest }
/// Test-Same $output.Id (Before { Get-IntercomCall | Where-Object ConversationId -in $newest }).Id
/// </outcome>
/// </example>
/// <example>
/// <para>Shows the phone number and the transcript status of the call in one conversation.</para>
/// <code>Search-IntercomCall 100113 | Select-Object Phone, TranscriptStatus</code>
/// <outcome>
/// Test-Same $output.Phone '+353870000013'
/// $output[0].TranscriptStatus.Length -gt 0
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomCall"), OutputType(typeof(Call))]
[Operation("POST", "calls/search", Retry = RetryClass.Safe, Items = "data")]
public sealed class SearchCallCommand : IntercomReadCommand
{
    /// <summary>Maximum number of conversations per request.</summary>
    private const int Most = 20;
    private readonly List<string> _ids = [];

    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    [Body("conversation_ids")]
    public string[] ConversationId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _ids.AddRange(ConversationId.Distinct().Where(id => !_ids.Contains(id)));
        while (_ids.Count >= Most) Find(Most);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_ids.Count > 0) Find(_ids.Count);
    }

    private void Find(int count)
    {
        ConversationId = _ids.Take(count).ToArray();
        _ids.RemoveRange(0, count);
        var operation = Wiring.Operation(ParameterSetName);
        try
        {
            foreach (var request in Wiring.Binder.Requests(this, operation, ParameterSetName,
                new Dictionary<string, object?> { [nameof(ConversationId)] = ConversationId })) WriteList(request, ItemModel(operation));
        }
        catch (System.Exception failure) when (IsItemFailure(failure))
        {
            Report(failure, ConversationId);
        }
    }
}
