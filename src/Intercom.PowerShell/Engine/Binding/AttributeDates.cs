using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// The dates among the custom attributes whose names do not say so. Only the workspace knows them, so its list of attributes is read when a
/// request is sent, and only for a value that would be changed or refused if its attribute were a date. One for each run of a cmdlet; used
/// beside the pipeline.
/// </summary>
/// <param name="model">Whose attributes the cmdlet sets, as the list names it; null where the API lists none.</param>
/// <param name="formats">The formats of -DateFormat.</param>
internal sealed class AttributeDates(string? model, IReadOnlyList<string> formats)
{
    private const string Field = "custom_attributes";
    private volatile bool _isRefused;
    private int _told;

    /// <summary>The attributes that hold what may be a date.</summary>
    /// <param name="body">The request's body.</param>
    public IReadOnlyList<string> Suspects(JsonNode? body) =>
        Attributes(body) is not { } attributes ? []
        : attributes.Where(field => DatedFields.MayBeDate(field.Key, field.Value, formats, out var refusal)
            && (model is not null || refusal is not null)).Select(field => field.Key).ToList();

    /// <summary>The request with those of the suspects as Unix seconds that are dates in the workspace.</summary>
    /// <exception cref="ArgumentException">A date attribute holds milliseconds, or a date that may be two.</exception>
    public async Task<ApiRequest> ReadAsync(
        ApiRequest request, IReadOnlyList<string> suspects, WorkspaceDirectory directory, IDiagnosticSink sink,
            CancellationToken cancellation)
    {
        if (suspects.Count == 0) return request;
        var known = await KnownAsync(suspects, directory, sink, cancellation).ConfigureAwait(false);
        if (known is null)
        {
            TellOf(request, suspects[0], sink);
            return request;
        }
        var dates = suspects.Where(name => IsDate(Find(known, name))).ToList();
        if (dates.Count == 0) return request;
        // What a repeat of the input sends must not depend on what this one changed.
        var body = request.Body!.DeepClone();
        var attributes = Attributes(body)!;
        foreach (var name in dates) DatedFields.Read(attributes, name, (JsonValue)attributes[name]!, formats);
        return request.WithBody(body);
    }

    /// <summary>The attributes of the model; null when nobody may know them.</summary>
    private async Task<IReadOnlyList<DataAttribute>?> KnownAsync(
        IReadOnlyList<string> suspects, WorkspaceDirectory directory, IDiagnosticSink sink, CancellationToken cancellation)
    {
        if (model is null || _isRefused) return null;
        try
        {
            var all = await directory.ListWithAsync<DataAttribute>(list => suspects.All(name => Find(OfModel(list), name) is not null),
                sink, cancellation).ConfigureAwait(false);
            return OfModel(all);
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 403)
        {
            // The token may write, but not read the list: asked again for each input, the answer would be the same.
            _isRefused = true;
            return null;
        }
    }

    private List<DataAttribute> OfModel(IEnumerable<DataAttribute> attributes) =>
        attributes.Where(attribute => attribute.Model == model && attribute.Custom != false).ToList();

    private static DataAttribute? Find(IReadOnlyList<DataAttribute> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.Name == name)
            ?? attributes.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsDate(DataAttribute? attribute) => attribute?.DataType is "date" or "datetime";

    /// <summary>
    /// Says once in a run that a value goes out unread: it may be what was meant, and may be a date that Intercom misreads.
    /// </summary>
    private void TellOf(ApiRequest request, string name, IDiagnosticSink sink)
    {
        if (Interlocked.Exchange(ref _told, 1) != 0) return;
        var value = Attributes(request.Body)![name]!;
        var why = model is null ? "the API does not list these attributes" : "this token cannot list the workspace's attributes";
        sink.Write(new DiagnosticEvent(DiagnosticKind.Warning,
            $"'{RowObject.Shown(value.ToString())}' in the custom attribute '{name}' looks like a date, but its type is unknown, "
                + $"because {why}. It is sent as it is, "
            + "and so are others like it. For a date attribute, give a [datetime] or Unix seconds."));
    }

    private static JsonObject? Attributes(JsonNode? body) => (body as JsonObject)?[Field] as JsonObject;
}
