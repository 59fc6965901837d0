using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Finds dates among custom attributes whose names do not identify them as dates. Only the workspace knows the types. Its list of
/// attributes is read when a request is sent, and only for values that would be changed or rejected as dates. Each run of a cmdlet has one
/// instance, which is used off the pipeline thread.
/// </summary>
/// <param name="model">The object type whose attributes the cmdlet sets, as in the list of attributes; null when the API has no list for
/// it.</param>
/// <param name="formats">The formats of -DateFormat.</param>
internal sealed class AttributeDates(string? model, IReadOnlyList<string> formats)
{
    private const string Field = "custom_attributes";
    private volatile bool _isUnavailable;
    private int _hasWarned;

    /// <summary>The attributes whose values may be dates.</summary>
    /// <param name="body">The request's body.</param>
    public IReadOnlyList<string> PossibleDates(JsonNode? body) =>
        Attributes(body) is not { } attributes ? []
        : attributes.Where(field => DatedFields.MayBeDate(field.Key, field.Value, formats, out var refusal)
            && (model is not null || refusal is not null)).Select(field => field.Key).ToList();

    /// <summary>The attributes whose values are text of a row, and may be numbers or Booleans.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="names">The attributes that a row supplied as text.</param>
    public IReadOnlyList<string> Texts(JsonNode? body, IReadOnlyCollection<string> names) => model is null || names.Count == 0
        || Attributes(body) is not { } attributes ? [] : names.Where(name => AttributeText.IsText(attributes[name])).ToList();

    /// <summary>Converts the values whose attributes have another type in the workspace, and returns the request.</summary>
    /// <exception cref="ArgumentException">A date attribute contains milliseconds or an ambiguous date, or a text does not have the type of
    /// its attribute.</exception>
    public async Task<ApiRequest> ReadAsync(
        ApiRequest request, IReadOnlyList<string> possibleDates, IReadOnlyList<string> texts, WorkspaceDirectory directory,
            IDiagnosticSink sink, CancellationToken cancellation)
    {
        var known = await AttributesAsync([.. possibleDates, .. texts], directory, sink, cancellation).ConfigureAwait(false);
        if (known is null)
        {
            WarnOnce(request, possibleDates.Count > 0 ? possibleDates[0] : texts[0], possibleDates.Count > 0, sink);
            return request;
        }
        var dates = possibleDates.Where(name => IsDate(Find(known, name))).ToList();
        if (dates.Count == 0 && texts.Count == 0) return request;
        // Copied, because a retry of the input must not see these changes.
        var body = request.Body!.DeepClone();
        var attributes = Attributes(body)!;
        foreach (var name in dates) DatedFields.Read(attributes, name, (JsonValue)attributes[name]!, formats);
        foreach (var name in texts) AttributeText.Read(attributes, name, Find(known, name)?.DataType);
        return request.WithBody(body);
    }

    /// <summary>The attributes of the object type; null when they are unavailable.</summary>
    private async Task<IReadOnlyList<DataAttribute>?> AttributesAsync(
        IReadOnlyList<string> possibleDates, WorkspaceDirectory directory, IDiagnosticSink sink, CancellationToken cancellation)
    {
        if (model is null || _isUnavailable) return null;
        try
        {
            var all = await directory.ListWithAsync<DataAttribute>(list => possibleDates.All(name => Find(OfModel(list), name) is not null),
                sink, cancellation).ConfigureAwait(false);
            return OfModel(all);
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 403)
        {
            // The token cannot read the list. Do not request it again for each input.
            _isUnavailable = true;
            return null;
        }
    }

    private List<DataAttribute> OfModel(IEnumerable<DataAttribute> attributes) =>
        attributes.Where(attribute => attribute.Model == model && attribute.Custom != false).ToList();

    private static DataAttribute? Find(IReadOnlyList<DataAttribute> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.Name == name)
            ?? attributes.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsDate(DataAttribute? attribute) => attribute?.DataType is "date" or "datetime";

    /// <summary>Warns once per run that a value is sent unchanged although it may have another type.</summary>
    private void WarnOnce(ApiRequest request, string name, bool isDate, IDiagnosticSink sink)
    {
        if (Interlocked.Exchange(ref _hasWarned, 1) != 0) return;
        var value = Attributes(request.Body)![name]!;
        if (!isDate)
        {
            sink.Write(new DiagnosticEvent(DiagnosticKind.Warning, $"The custom attribute '{name}' and similar ones are sent as text, "
                + "because this token cannot list the workspace's attributes with their types."));
            return;
        }
        var why = model is null ? "the API does not list these attributes" : "this token cannot list the workspace's attributes";
        sink.Write(new DiagnosticEvent(DiagnosticKind.Warning,
            $"'{RowObject.Shown(value.ToString())}' in the custom attribute '{name}' looks like a date, but its type is unknown, "
                + $"because {why}. This and similar values are sent unchanged. "
            + "If the attribute is a date, specify a [datetime] or Unix seconds."));
    }

    private static JsonObject? Attributes(JsonNode? body) => (body as JsonObject)?[Field] as JsonObject;
}
