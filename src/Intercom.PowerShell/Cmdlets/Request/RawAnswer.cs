using System.Text.Json;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// Reads the responses of Invoke-IntercomRequest as plain objects. Warns once when a response has names that one object cannot contain.
/// </summary>
internal sealed class RawAnswer(Action<string> warn)
{
    private bool _isTold;

    /// <summary>The body of a response as an object, or null when it has none.</summary>
    /// <exception cref="IntercomApiException">The body is not JSON.</exception>
    public object? Read(ApiRequest request, ApiResponse response)
    {
        try
        {
            return PlainObject.Of(PlainValue.Parse(response.Body.Span), TellOfDictionary);
        }
        catch (JsonException failure)
        {
            throw IntercomClient.Unreadable(request, response, response.Body.Span, failure);
        }
    }

    /// <summary>An item of a list as an object.</summary>
    public object? Of(object item) => PlainObject.Of(item, TellOfDictionary);

    private void TellOfDictionary(IReadOnlyList<string> names)
    {
        if (_isTold) return;
        _isTold = true;
        var quoted = string.Join(", ", names.Take(5).Select(name => $"'{name}'"));
        warn($"The response has names that one PowerShell object cannot contain together: {quoted}. Such objects are returned as "
            + $"case-sensitive dictionaries. Read a value by its exact name, as in $answer['{names[0]}'].");
    }
}
