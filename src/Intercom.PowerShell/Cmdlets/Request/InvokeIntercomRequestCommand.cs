using System.Collections;
using Intercom.Http;

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

    private int _sent;
    private RawAnswer? _answers;

    private RawAnswer Answers => _answers ??= new(Warn);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var request = new RawRequest(Path, Method) { Query = Query, Body = Body, Items = Items, Paginates = Paginate,
                IsIdempotent = Idempotent }.For(Session);
            var doing = $"Send {request.Method} {request.RelativeUri}";
            if (request.Retry != RetryClass.Safe && !ShouldProcess(doing, $"{doing}?", "Confirm")) return;
            if (Paginate) WriteList(request, typeof(object));
            else if (request.Retry == RetryClass.Safe) WriteAnswer(request, Wait(Session.Client.SendRawAsync(request, Sink, Cancellation)));
            else Write(request, doing);
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            Report(failure, Path);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item) => Answers.Of(item) is { } output ? [output] : [];

    /// <summary>Sends a write, so that Ctrl+C reports whether it was applied.</summary>
    private void Write(ApiRequest request, string doing)
    {
        RequestWindow? window = null;
        window = new RequestWindow(1, isRead: false, call =>
            Emit(window!, call, answer => WriteAnswer(request, (ApiResponse)answer!)));
        Run = new RunEnd(this, window, isRead: false, (_, _) => false);
        var (client, sink) = (Session.Client, Sink);
        window.Start(new QueuedCall(++_sent, Path, async (watch, stop) => await client.SendRawAsync(request, sink, watch, stop)
            .ConfigureAwait(false))
        {
            Change = new ChangeNote(Session, MyInvocation.MyCommand.Name, client.WithoutToken(doing)),
        });
        Run.IsOver = true;
    }

    private void WriteAnswer(ApiRequest request, ApiResponse response)
    {
        using var answer = response;
        if (!answer.Body.IsEmpty) WriteOutput(Raw ? answer.Text : Answers.Read(request, answer)!);
    }
}
