using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Intercom.Shell;

// The engine comes without Microsoft.PowerShell.Utility and Microsoft.PowerShell.Management: without a Write-Host or a
// Select-Object. No package carries those modules, and a runbook that runs in pwsh must run here as it stands. So this
// one file stands in for the few cmdlets that a runbook of this module can hardly be written without. Each has those
// parameters that it can honour exactly as pwsh does, and no others: a script that needs more gets a binding error, never
// a different result. None of it is part of the module, and none of it exists where the real cmdlets do.

[Cmdlet(VerbsCommunications.Write, "Output")]
public sealed class WriteOutputCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromRemainingArguments = true), AllowNull, AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    protected override void ProcessRecord() => WriteObject(InputObject, !NoEnumerate);
}

[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true), Alias("Msg", "Message")]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter, ValidateNotNull]
    public object Separator { get; set; } = " ";

    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    protected override void ProcessRecord()
    {
        var message = new HostInformationMessage { Message = Text(Object), NoNewLine = NoNewline, ForegroundColor = ForegroundColor, BackgroundColor = BackgroundColor };
        if (ForegroundColor is not null || BackgroundColor is not null)
        {
            message.ForegroundColor ??= Host.UI.RawUI.ForegroundColor;
            message.BackgroundColor ??= Host.UI.RawUI.BackgroundColor;
        }

        WriteInformation(message, ["PSHOST"]);
    }

    private string Text(object? value) => value switch
    {
        null => "",
        PSObject { BaseObject: string or IEnumerable } wrapped => Text(wrapped.BaseObject),
        string text => text,
        IEnumerable items => string.Join(Separator.ToString(), items.Cast<object?>().Select(Text)),
        _ => value.ToString() ?? "",
    };
}

[Cmdlet(VerbsCommunications.Write, "Warning")]
public sealed class WriteWarningCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), Alias("Msg"), AllowEmptyString]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteWarning(Message);
}

[Cmdlet(VerbsCommunications.Write, "Verbose")]
public sealed class WriteVerboseCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), Alias("Msg"), AllowEmptyString]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteVerbose(Message);
}

[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "NoException")]
public sealed class WriteErrorCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "NoException"), Parameter(ParameterSetName = "WithException"), Alias("Msg"), AllowEmptyString]
    public string? Message { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "WithException")]
    public Exception? Exception { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ErrorRecord")]
    public ErrorRecord? ErrorRecord { get; set; }

    [Parameter(ParameterSetName = "NoException"), Parameter(ParameterSetName = "WithException")]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;

    [Parameter(ParameterSetName = "NoException"), Parameter(ParameterSetName = "WithException")]
    public string ErrorId { get; set; } = "";

    [Parameter(ParameterSetName = "NoException"), Parameter(ParameterSetName = "WithException")]
    public object? TargetObject { get; set; }

    protected override void ProcessRecord()
    {
        if (ErrorRecord is { } given)
        {
            WriteError(new ErrorRecord(given, null));
            return;
        }

        var error = Exception is null
            ? new ErrorRecord(new RuntimeException(Message), ErrorId.Length > 0 ? ErrorId : "Microsoft.PowerShell.Commands.WriteErrorException", Category, TargetObject)
            : new ErrorRecord(Exception, ErrorId.Length > 0 ? ErrorId : Exception.GetType().FullName, Category, TargetObject);
        if (Exception is not null && !string.IsNullOrEmpty(Message))
        {
            error.ErrorDetails = new ErrorDetails(Message);
        }

        error.CategoryInfo.Activity = "Write-Error";
        WriteError(error);
    }
}

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

[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContentCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter]
    public SwitchParameter Raw { get; set; }

    [Parameter, Alias("First", "Head")]
    public long TotalCount { get; set; } = -1;

    protected override void ProcessRecord()
    {
        foreach (string file in Files.Resolve(this, Path))
        {
            if (Raw)
            {
                WriteObject(File.ReadAllText(file));
            }
            else
            {
                IEnumerable<string> lines = File.ReadLines(file);
                WriteObject(TotalCount < 0 ? lines : lines.Take((int)Math.Min(TotalCount, int.MaxValue)), enumerateCollection: true);
            }
        }
    }
}

[Cmdlet(VerbsData.Import, "Csv")]
public sealed class ImportCsvCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string[] Path { get; set; } = [];

    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    public string[]? Header { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string file in Files.Resolve(this, Path))
        {
            WriteObject(Csv.Rows(File.ReadAllText(file), Delimiter, Header), enumerateCollection: true);
        }
    }
}

[Cmdlet(VerbsData.ConvertFrom, "Csv")]
public sealed class ConvertFromCsvCommand : PSCmdlet
{
    private readonly StringBuilder _text = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), AllowEmptyString]
    public string[] InputObject { get; set; } = [];

    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    public string[]? Header { get; set; }

    protected override void ProcessRecord() => _text.AppendJoin('\n', InputObject).Append('\n');

    protected override void EndProcessing() => WriteObject(Csv.Rows(_text.ToString(), Delimiter, Header), enumerateCollection: true);
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

/// <summary>Paths as cmdlets take them: relative to the session's location, with wildcards.</summary>
internal static class Files
{
    public static IEnumerable<string> Resolve(PSCmdlet cmdlet, string[] paths)
    {
        foreach (string path in paths)
        {
            Collection<string> found = [];
            try
            {
                found = cmdlet.GetResolvedProviderPathFromPSPath(path, out _);
            }
            catch (ItemNotFoundException e)
            {
                cmdlet.WriteError(new ErrorRecord(e.ErrorRecord, e));
            }

            foreach (string file in found)
            {
                yield return file;
            }
        }
    }
}

/// <summary>Comma-separated values with quotes, as Export-Csv and spreadsheets write them.</summary>
internal static class Csv
{
    /// <summary>One object a row, its properties named by the first row or by <paramref name="header"/>; all values are text, missing ones null.</summary>
    public static IEnumerable<PSObject> Rows(string text, char delimiter, string[]? header)
    {
        foreach (List<string> fields in Records(text, delimiter))
        {
            if (header is null)
            {
                header = [.. fields];
                continue;
            }

            var row = new PSObject();
            for (int i = 0; i < header.Length; i++)
            {
                row.Properties.Add(new PSNoteProperty(header[i], i < fields.Count ? fields[i] : null));
            }

            yield return row;
        }
    }

    private static IEnumerable<List<string>> Records(string text, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                // A doubled quote is a quote; a single one ends the quoted part.
                quoted = c != '"' || (i + 1 < text.Length && text[i + 1] == '"');
                i += quoted && c == '"' ? 1 : 0;
                field.Append(quoted ? c : "");
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == delimiter || c == '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n' && !(fields.Count == 1 && fields[0].Length == 0))
                {
                    yield return fields;
                }

                fields = c == '\n' ? [] : fields;
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }
    }
}
