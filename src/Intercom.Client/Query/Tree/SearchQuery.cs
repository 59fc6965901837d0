using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intercom.Query;

/// <summary>
/// A condition to search by: a <see cref="QueryFilter"/> or a <see cref="QueryGroup"/> of conditions. It never changes,
/// compares by value, prints as a readable line, and is written as Intercom's filter JSON exactly as it is;
/// <see cref="QueryCompiler"/> checks and completes it for a resource.
/// </summary>
public abstract class SearchQuery : IEquatable<SearchQuery>
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    private protected SearchQuery() { }

    /// <summary>The filters of the query, from left to right.</summary>
    internal abstract IEnumerable<QueryFilter> Filters { get; }

    /// <summary>A group whose conditions must all match.</summary>
    /// <exception cref="QueryException">There is no condition.</exception>
    public static QueryGroup All(params SearchQuery[] conditions) => new(GroupOperator.And, conditions);

    /// <summary>A group of which at least one condition must match.</summary>
    /// <exception cref="QueryException">There is no condition.</exception>
    public static QueryGroup Any(params SearchQuery[] conditions) => new(GroupOperator.Or, conditions);

    /// <summary>Reads Intercom's filter JSON, or a whole search body with a <c>query</c> in it.</summary>
    /// <exception cref="QueryException">The text is not JSON, or not a query. The message names the place.</exception>
    public static SearchQuery Parse(string json) => SearchBody.Parse(json).Query;

    /// <summary>
    /// Reads a hashtable: either the wire form (<c>field</c>, <c>operator</c>, <c>value</c>), or fields and the values that
    /// they must have, such as <c>@{ role = 'user'; 'custom_attributes.plan' = 'premium', 'enterprise' }</c>; several values mean any
    /// of them.
    /// </summary>
    /// <exception cref="QueryException">The table is empty or cannot be understood.</exception>
    public static SearchQuery FromDictionary(IDictionary table) => QueryReader.Read(table);

    /// <summary>
    /// The condition that holds exactly where this one does not, by De Morgan's laws. Comparisons such as <c>&gt;</c> never hold
    /// without a value, so their opposite also takes the items without one.
    /// </summary>
    /// <param name="resource">The resource to be searched, if known. A field that is always set needs no null there.</param>
    /// <exception cref="QueryException">Intercom has no opposite of <c>^</c> and <c>$</c>.</exception>
    public abstract SearchQuery Negate(SearchResource? resource = null);

    /// <summary>The query's JSON as it is sent, without the surrounding search body.</summary>
    public string ToJson(bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, indented ? Indented : Compact)) WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the query's JSON as it is sent.</summary>
    public abstract void WriteTo(Utf8JsonWriter writer);

    /// <summary>True when the other query sends the same JSON.</summary>
    public abstract bool Equals(SearchQuery? other);

    /// <summary>True when the other object is a query that sends the same JSON.</summary>
    public sealed override bool Equals(object? obj) => Equals(obj as SearchQuery);

    /// <summary>A hash code of the value.</summary>
    public abstract override int GetHashCode();
}
