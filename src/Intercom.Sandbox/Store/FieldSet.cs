using System.Collections;

namespace Intercom.Sandbox.Store;

/// <summary>
/// The fields of an object: used as a <see cref="JsonObject"/>, but while a call runs the state of each field before its first touch is
/// kept. Objects and lists are kept when they are handed out, since they can be changed in place; plain values when they are replaced.
/// </summary>
internal sealed class FieldSet : IEnumerable<KeyValuePair<string, JsonNode?>>
{
    private readonly UndoLog _undo;
    private readonly LazyRange? _range;
    private readonly int _place;
    private JsonObject? _fields;

    public FieldSet(JsonObject fields, UndoLog undo) => (_fields, _undo) = (fields, undo);

    /// <summary>Fields that are made when the first of them may change.</summary>
    public FieldSet(LazyRange range, int place, UndoLog undo) => (_range, _place, _undo) = (range, place, undo);

    /// <summary>Called before each change, and when a change is undone.</summary>
    public Action? Touched { get; set; }

    public JsonNode? this[string name]
    {
        get
        {
            if (_fields is null)
            {
                var seen = _range!.Field(_place, name);
                if (_undo.IsReading || seen is not (JsonObject or JsonArray)) return seen;
            }
            var value = Made[name];
            if (value is JsonObject or JsonArray) Keep(name);
            return value;
        }
        set
        {
            Keep(name);
            Made[name] = value;
        }
    }

    private JsonObject Made => _fields ??= _range!.Make(_place);

    /// <summary>For code that uses the fields as JSON and may change any of them.</summary>
    public static implicit operator JsonObject(FieldSet set) => set.Open();

    public bool ContainsKey(string name) => Made.ContainsKey(name);

    public bool Remove(string name)
    {
        Keep(name);
        return Made.Remove(name);
    }

    /// <summary>An independent copy.</summary>
    public JsonObject DeepClone() => _fields is null ? _range!.Make(_place) : (JsonObject)_fields.DeepClone();

    public IEnumerator<KeyValuePair<string, JsonNode?>> GetEnumerator() => Open().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private JsonObject Open()
    {
        Touch();
        if (_undo.FirstTouch(this, ""))
        {
            var before = DeepClone();
            _undo.Record(() =>
            {
                Touch();
                Made.Clear();
                foreach (var field in before.ToArray())
                {
                    before.Remove(field.Key);
                    Made[field.Key] = field.Value;
                }
            });
        }
        return Made;
    }

    /// <summary>A search accesses every object. None of them changes, so an index need not look at them again.</summary>
    private void Touch()
    {
        if (!_undo.IsReading) Touched?.Invoke();
    }

    private void Keep(string name)
    {
        Touch();
        if (!_undo.FirstTouch(this, name)) return;
        if (!Made.TryGetPropertyValue(name, out var value))
        {
            _undo.Record(() =>
            {
                Touch();
                Made.Remove(name);
            });
            return;
        }
        var before = value?.DeepClone();
        _undo.Record(() =>
        {
            Touch();
            Made[name] = before;
        });
    }
}
