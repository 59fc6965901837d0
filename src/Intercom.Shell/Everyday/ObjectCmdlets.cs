using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Intercom.Shell.Everyday;

[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    public FormatTableCommand() => EngineInternals.ImplementShape(this, "Table");
}

[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    public FormatListCommand() => EngineInternals.ImplementShape(this, "List");
}

[Cmdlet(VerbsCommon.Get, "Date", DefaultParameterSetName = "Date")]
public sealed class GetDateCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), Alias("LastWriteTime")]
    public DateTime Date { get; set; }

    [Parameter]
    public string? Format { get; set; }

    [Parameter]
    public SwitchParameter AsUTC { get; set; }

    protected override void ProcessRecord()
    {
        DateTime date = MyInvocation.BoundParameters.ContainsKey(nameof(Date)) ? Date : DateTime.Now;
        date = AsUTC ? date.ToUniversalTime() : date;
        WriteObject(Format is null ? date : date.ToString(Format, CultureInfo.CurrentCulture));
    }
}

[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = "Property")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> _last = new();
    private readonly List<PSObject> _seen = [];
    private int _received;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, ParameterSetName = "Property")]
    public object[] Property { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "Expand")]
    public string ExpandProperty { get; set; } = "";

    [Parameter, ValidateRange(0, int.MaxValue)]
    public int First { get; set; } = -1;

    [Parameter, ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        _received++;
        if (_received > Skip && First != 0)
        {
            Emit(InputObject);
        }

        if (First >= 0 && _received >= (long)Skip + First)
        {
            throw EngineInternals.StopUpstream(this);
        }
    }

    private void Emit(PSObject input)
    {
        IEnumerable<PSObject> results = ExpandProperty.Length > 0 ? Expand(input) : Property.Length > 0 ? [Project(input)] : [input];
        foreach (PSObject result in results)
        {
            if (!Unique)
            {
                WriteObject(result);
            }
            else if (!_seen.Exists(s => Same(s, result)))
            {
                _seen.Add(result);
                WriteObject(result);
            }
        }
    }

    private PSObject Project(PSObject input)
    {
        var result = new PSObject();
        result.TypeNames.Insert(0, "Selected." + input.BaseObject.GetType());
        foreach (Column column in Property.Select(p => new Column(p)))
        {
            List<PSPropertyExpression> names = column.Name is null ? column.Expression.ResolveNames(input) : [column.Expression];
            foreach (PSPropertyExpression expression in names.Count > 0 ? names : [column.Expression])
            {
                if (!(expression.HasWildCardCharacters && column.Name is null))
                {
                    result.Properties.Add(new PSNoteProperty(column.Name ?? expression.ToString(), Column.Value(expression, input)));
                }
            }
        }

        return result;
    }

    private List<PSObject> Expand(PSObject input)
    {
        var found = new List<PSObject>();
        List<PSPropertyExpression> names = new PSPropertyExpression(ExpandProperty).ResolveNames(input);
        if (names.Count == 0 || names[0].GetValues(input).Count == 0)
        {
            WriteError(new ErrorRecord(new PSArgumentException($"Property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, input));
            return found;
        }

        object? value = Column.Value(names[0], input);
        if (LanguagePrimitives.GetEnumerator(value) is { } items)
        {
            while (items.MoveNext())
            {
                found.Add(PSObject.AsPSObject(items.Current));
            }
        }
        else if (value is not null)
        {
            found.Add(PSObject.AsPSObject(value));
        }

        return found;
    }

    private static bool Same(PSObject a, PSObject b)
    {
        if (a.BaseObject is IComparable || b.BaseObject is IComparable)
        {
            return LanguagePrimitives.Equals(a, b, ignoreCase: false);
        }

        List<PSPropertyInfo> ours = [.. a.Properties];
        List<PSPropertyInfo> theirs = [.. b.Properties];
        return ours.Count == theirs.Count
            && ours.Zip(theirs).All(p => p.First.Name == p.Second.Name && LanguagePrimitives.Equals(p.First.Value, p.Second.Value, ignoreCase: false));
    }
}

[Cmdlet("Sort", "Object")]
public sealed class SortObjectCommand : PSCmdlet, IComparer<object?>
{
    private readonly List<PSObject> _items = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[] Property { get; set; } = [];

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    public int Compare(object? x, object? y) =>
        LanguagePrimitives.TryCompare(x, y, ignoreCase: true, out int order) ? order
        : string.Compare(PSObject.AsPSObject(x ?? "").ToString(), PSObject.AsPSObject(y ?? "").ToString(), StringComparison.CurrentCultureIgnoreCase);

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _items.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        List<(bool Descending, Func<PSObject, object?> Key)> keys = [.. Property.Select(p => new Column(p)).Select(c => (c.Descending ?? Descending, (Func<PSObject, object?>)(item => Column.Value(c.Expression, item))))];
        if (keys.Count == 0)
        {
            keys.Add((Descending, item => item));
        }

        // LINQ's sort is stable, and so is Sort-Object.
        IOrderedEnumerable<PSObject> sorted = _items.OrderBy(_ => 0);
        foreach ((bool descending, Func<PSObject, object?> key) in keys)
        {
            sorted = descending ? sorted.ThenByDescending(key, this) : sorted.ThenBy(key, this);
        }

        PSObject? previous = null;
        foreach (PSObject item in sorted)
        {
            if (!Unique || previous is null || keys.Exists(k => Compare(k.Key(previous), k.Key(item)) != 0))
            {
                WriteObject(item);
                previous = item;
            }
        }
    }
}

/// <summary>One entry of -Property: a name with wildcards, a script block, or a hashtable with its name, expression and order.</summary>
internal sealed class Column
{
    public Column(object property)
    {
        object given = property is PSObject wrapped ? wrapped.BaseObject : property;
        if (given is IDictionary table)
        {
            foreach (DictionaryEntry entry in table)
            {
                string key = entry.Key.ToString()!.ToUpperInvariant();
                _ = key switch
                {
                    "NAME" or "N" or "LABEL" or "L" => Name = entry.Value?.ToString(),
                    "EXPRESSION" or "E" => given = entry.Value is PSObject p ? p.BaseObject : entry.Value!,
                    "DESCENDING" or "D" => Descending = LanguagePrimitives.IsTrue(entry.Value),
                    "ASCENDING" or "A" => Descending = !LanguagePrimitives.IsTrue(entry.Value),
                    _ => throw new PSArgumentException($"The key '{entry.Key}' of a calculated property is not known; use Name, Expression, Descending or Ascending."),
                };
            }
        }

        Expression = given is ScriptBlock script ? new PSPropertyExpression(script) : new PSPropertyExpression(given.ToString()!);
    }

    public string? Name { get; }

    public bool? Descending { get; }

    public PSPropertyExpression Expression { get; }

    /// <summary>The value for one object; null where it has no such property or the script block fails, as in pwsh.</summary>
    public static object? Value(PSPropertyExpression expression, PSObject input) =>
        expression.GetValues(input) is [{ Exception: null } first, ..] ? first.Result : null;
}
