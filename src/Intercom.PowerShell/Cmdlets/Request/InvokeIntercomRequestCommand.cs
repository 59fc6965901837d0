using System.Collections;
using System.Text;
using System.Text.Json;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>Sends any request to Intercom's API, and returns the response as objects.</summary>
/// <remarks>
/// The request uses the connection's headers, retry rules and call budget. With -Paginate, the items from all pages of a list are returned.
/// Names keep their exact spelling, in the body and in the response. When names of a response object differ only in case (Plan and plan),
/// the object is returned as a case-sensitive dictionary, with a warning.
/// </remarks>
/// <example>
/// <para>Calls any operation of the API, here one that lists the tags.</para>
/// <code>(Invoke-IntercomRequest tags).data</code>
/// <outcome>$output.Count -eq 12 -and $output.name -contains 'VIP'</outcome>
/// </example>
/// <example>
/// <para>Changes a contact with a request body that you write.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-1
/// Invoke-IntercomRequest "contacts/$($contact.Id)" PUT @{ name = 'Ada Doe' }
/// </code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomContact -ExternalId user-1).Name -eq 'Ada Doe'</outcome>
/// </example>
/// <example>
/// <para>Reads all pages of a list.</para>
/// <code>Invoke-IntercomRequest contacts -Paginate | Select-Object id, email</code>
/// <outcome>$output.Count -eq 250 -and $calls.Count -gt 1</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "IntercomRequest", SupportsShouldProcess = true, SupportsPaging = true), OutputType(typeof(PSObject))]
public sealed class InvokeIntercomRequestCommand : IntercomReadCommand
{
    /// <summary>The path below the host, with its query if it has one: contacts/63a..., or /admins.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), TextInput, ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method.</summary>
    [Parameter(Position = 1), ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", IgnoreCase = true)]
    public string Method { get; set; } = "GET";

    /// <summary>The request body: a hashtable, an object, or JSON text.</summary>
    [Parameter(Position = 2)]
    public object? Body { get; set; }

    /// <summary>Values for the query string, by name.</summary>
    [Parameter, Table]
    public Hashtable? Query { get; set; }

    /// <summary>Returns the items of all pages, with any paging scheme, instead of the first response.</summary>
    [Parameter]
    public SwitchParameter Paginate { get; set; }

    /// <summary>The property that contains the items. The default is the first list in the response.</summary>
    [Parameter]
    public string? Items { get; set; }

    /// <summary>Indicates that a retry does no harm, so that a failed POST or PATCH is retried as well.</summary>
    [Parameter]
    public SwitchParameter Idempotent { get; set; }

    /// <summary>Returns the response as text, exactly as Intercom sent it.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    private IRequestWindow? _writes;
    private RunEnd? _end;
    private int _sent;
    private bool _toldOfDictionary;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var request = new RawRequest(Path, Method)
            {
                Query = Query, Body = Body, Items = Items, Paginates = Paginate, IsIdempotent = Idempotent,
            }.For(Session);
            var doing = $"Send {request.Method} {request.RelativeUri}";
            if (request.Retry != RetryClass.Safe && !ShouldProcess(doing, $"{doing}?", "Confirm")) return;
            if (Paginate) WriteList(request, typeof(object));
            else if (request.Retry == RetryClass.Safe) WriteAnswer(request, Wait(Session.Client.SendRawAsync(request, Sink, Cancellation)));
            else Write(request);
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            Report(failure, Path);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (PlainObject.Of(item, TellOfDictionary) is { } output) yield return output;
    }

    /// <summary>Sends a write, so that Ctrl+C reports whether it was applied.</summary>
    private void Write(ApiRequest request)
    {
        void Emit(PendingCall call)
        {
            if (TryTakeAnswer(_writes!, call, out var answer)) WriteAnswer(request, (ApiResponse)answer!);
        }
        _writes = new RequestWindow(1, isRead: false, Emit);
        _end = new RunEnd(this, _writes, isRead: false, (_, _) => false);
        var (client, sink) = (Session.Client, Sink);
        _writes.Start(new QueuedCall(++_sent, Path, async (watch, stop) => await client.SendRawAsync(request, sink, watch, stop)
            .ConfigureAwait(false)));
        _end.IsOver = true;
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _writes?.Close();
        base.StopProcessing();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _end?.FinishClosed(Cancellation);
        base.Dispose(disposing);
    }

    private void WriteAnswer(ApiRequest request, ApiResponse response)
    {
        using var answer = response;
        if (answer.Body.IsEmpty) return;
        if (Raw)
        {
            WriteObject(answer.Text);
            return;
        }
        try
        {
            WriteObject(PlainObject.Of(PlainValue.Parse(answer.Body.Span), TellOfDictionary));
        }
        catch (JsonException failure)
        {
            Report(IntercomClient.Unreadable(request, answer, answer.Body.Span, failure), Path);
        }
    }

    /// <summary>Warns once per command that an object of the response is a dictionary, and how to read its values.</summary>
    private void TellOfDictionary(IReadOnlyList<string> names)
    {
        if (_toldOfDictionary) return;
        _toldOfDictionary = true;
        var quoted = string.Join(", ", names.Take(5).Select(name => $"'{name}'"));
        Warn($"The response has names that one PowerShell object cannot contain together: {quoted}. Such objects are returned as "
            + "case-sensitive dictionaries. "
            + "Read a value by its exact name, as in $answer['" + names[0] + "'].");
    }
}
