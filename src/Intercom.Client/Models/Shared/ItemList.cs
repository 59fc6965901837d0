using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>
/// A list inside another object, such as a contact's tags. Intercom sends at most the first ten entries of some of them:
/// <see cref="HasMore"/> and <see cref="TotalCount"/> tell, and the noun's Get cmdlet returns the rest.
/// </summary>
[JsonConverter(typeof(Json.ItemListConverterFactory))]
public sealed class ItemList<T> : ReadOnlyCollection<T>
{
    /// <summary>Creates a list of the given items.</summary>
    public ItemList(IList<T> items) : base(items) { }

    /// <summary>The address of the whole list, where Intercom returns one.</summary>
    public string? Url { get; init; }

    /// <summary>How many entries there are in all, where Intercom says so.</summary>
    public long? TotalCount { get; init; }

    /// <summary>True when Intercom kept entries back.</summary>
    public bool HasMore { get; init; }

    /// <summary>Intercom's word for the list, such as <c>tag.list</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The property that held the entries on the wire; empty when there was none, null when the list was a bare array.</summary>
    internal string? ItemsName { get; init; } = "data";

    /// <summary>The entries as words, for tables and CSV.</summary>
    public override string ToString() => Words.Of(this);
}
