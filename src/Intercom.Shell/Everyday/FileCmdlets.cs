using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace Intercom.Shell.Everyday;

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
