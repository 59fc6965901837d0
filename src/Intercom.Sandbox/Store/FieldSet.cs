using System.Collections;

namespace Intercom.Sandbox.Store;

/// <summary>
/// The fields of an object: used as a <see cref="JsonObject"/>, but while a call runs the state of each field before its first touch is
/// kept. Objects and lists are kept when they are handed out, since they can be changed in place; plain values when they are replaced.
/// </summary>
internal sealed class FieldSet(JsonObject fields, UndoLog undo) : IEnumerable<KeyValuePair<string, JsonNode?>>
{
    /// <summary>Called before each change, and when a change is undone.</summary>
    public Action? Touched { get; set; }

    public JsonNode? this[string name]
    {
        get
        {
            var value = fields[name];
            if (value is JsonObject or JsonArray) Keep(name);
            return value;
        }
        set
        {
            Keep(name);
            fields[name] = value;
        }
    }

    /// <summary>For code that uses the fields as JSON and may change any of them.</summary>
    public static implicit operator JsonObject(FieldSet set) => set.Open();

    public bool ContainsKey(string name) => fields.ContainsKey(name);

    public bool Remove(string name)
    {
        Keep(name);
        return fields.Remove(name);
    }

    /// <summary>An independent copy.</summary>
    public JsonObject DeepClone() => (JsonObject)fields.DeepClone();

    public IEnumerator<KeyValuePair<string, JsonNode?>> GetEnumerator() => Open().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private JsonObject Open()
    {
        Touch();
        if (undo.FirstTouch(this, ""))
        {
            var before = DeepClone();
            undo.Record(() =>
            {
                Touch();
                fields.Clear();
                foreach (var field in before.ToArray())
                {
                    before.Remove(field.Key);
                    fields[field.Key] = field.Value;
                }
            });
        }
        return fields;
    }

    /// <summary>A search accesses every object. None of them changes, so an index need not look at them again.</summary>
    private void Touch()
    {
        if (!undo.IsReading) Touched?.Invoke();
    }

    private void Keep(string name)
    {
        Touch();
        if (!undo.FirstTouch(this, name)) return;
        if (!fields.TryGetPropertyValue(name, out var value))
        {
            undo.Record(() =>
            {
                Touch();
                fields.Remove(name);
            });
            return;
        }
        var before = value?.DeepClone();
        undo.Record(() =>
        {
            Touch();
            fields[name] = before;
        });
    }
}
