using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Shell.Everyday;

[Cmdlet(VerbsData.Export, "Csv")]
public sealed class ExportCsvCommand : PSCmdlet
{
    private readonly StringBuilder _text = new();
    private string[]? _columns;

    [Parameter(Position = 0, Mandatory = true)]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Always so; taken because scripts for Windows PowerShell give it.</summary>
    [Parameter, Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        if (_columns is null)
        {
            _columns = [.. InputObject.Properties.Select(property => property.Name)];
            Write(_columns);
        }
        Write(_columns.Select(name => InputObject.Properties[name]?.Value?.ToString()));
    }

    protected override void EndProcessing() => File.WriteAllText(GetUnresolvedProviderPathFromPSPath(Path), _text.ToString());

    private void Write(IEnumerable<string?> values) =>
        _text.AppendJoin(Delimiter, values.Select(value => value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append(Environment.NewLine);
}

[Cmdlet(VerbsCommon.Set, "Content")]
public sealed class SetContentCommand : PSCmdlet
{
    private readonly StringBuilder _text = new();

    [Parameter(Position = 0, Mandatory = true)]
    public string Path { get; set; } = "";

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true), AllowNull, AllowEmptyString, AllowEmptyCollection]
    public object[] Value { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (object line in Value) _text.Append(line).Append(Environment.NewLine);
    }

    protected override void EndProcessing() => File.WriteAllText(GetUnresolvedProviderPathFromPSPath(Path), _text.ToString());
}

[Cmdlet("Group", "Object")]
public sealed class GroupObjectCommand : PSCmdlet
{
    private readonly Dictionary<string, List<PSObject>> _groups = new(StringComparer.CurrentCultureIgnoreCase);

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The name of a property, or a script block.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public object Property { get; set; } = "";

    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        object? value = Property is ScriptBlock script ? script.InvokeWithContext(null, [new PSVariable("_", InputObject)]).FirstOrDefault() : InputObject.Properties[Property.ToString()]?.Value;
        string name = value?.ToString() ?? "";
        if (!_groups.TryGetValue(name, out List<PSObject>? group)) _groups[name] = group = [];
        group.Add(InputObject);
    }

    protected override void EndProcessing()
    {
        foreach ((string name, List<PSObject> group) in _groups.OrderBy(pair => pair.Key, StringComparer.CurrentCultureIgnoreCase))
        {
            var result = new PSObject();
            result.Properties.Add(new PSNoteProperty("Count", group.Count));
            result.Properties.Add(new PSNoteProperty("Name", name));
            result.Properties.Add(new PSNoteProperty("Group", group.ToArray()));
            WriteObject(result);
        }
    }
}

[Cmdlet(VerbsData.ConvertTo, "Json")]
public sealed class ConvertToJsonCommand : PSCmdlet
{
    private readonly List<object?> _inputs = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), AllowNull]
    public object? InputObject { get; set; }

    [Parameter, ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Compress { get; set; }

    protected override void ProcessRecord() => _inputs.Add(InputObject);

    protected override void EndProcessing()
    {
        JsonNode? node = _inputs.Count == 1 ? Node(_inputs[0], Depth) : new JsonArray([.. _inputs.Select(input => Node(input, Depth))]);
        WriteObject(node?.ToJsonString(new JsonSerializerOptions { WriteIndented = !Compress, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null");
    }

    private static JsonNode? Node(object? input, int depth)
    {
        object? value = input is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : input;
        switch (value)
        {
            case null: return null;
            case string or char or Guid or Uri: return JsonValue.Create(value.ToString());
            case bool truth: return JsonValue.Create(truth);
            case SwitchParameter given: return JsonValue.Create(given.IsPresent);
            case DateTime or DateTimeOffset: return JsonSerializer.SerializeToNode(value);
            case Enum choice: return JsonValue.Create(Convert.ToInt64(choice, CultureInfo.InvariantCulture));
            case int or long or short or byte or uint or ulong or double or float or decimal: return JsonSerializer.SerializeToNode(value);
        }

        if (depth < 0) return JsonValue.Create(value.ToString());
        if (value is IDictionary table)
        {
            var members = new JsonObject();
            foreach (DictionaryEntry entry in table) members[entry.Key.ToString()!] = Node(entry.Value, depth - 1);
            return members;
        }
        if (value is IEnumerable list) return new JsonArray([.. list.Cast<object?>().Select(item => Node(item, depth - 1))]);
        var fields = new JsonObject();
        foreach (PSPropertyInfo property in PSObject.AsPSObject(value).Properties.Where(property => property.IsGettable)) fields[property.Name] = Node(property.Value, depth - 1);
        return fields;
    }
}
