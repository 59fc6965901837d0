using System.Text;

namespace Intercom.PowerShell;

/// <summary>Describes the outcomes of a run that ended early.</summary>
internal static class RunEndText
{
    /// <summary>The detail of an applied input whose output may not have reached the end of the pipeline.</summary>
    public const string Uncertain = "The pipeline ended before later commands had processed its output.";

    private const int LongestName = 40;
    private static readonly string[] Names = ["ExternalId", "Email", "Name", "Title", "EventName", "ExternalCompanyId"];

    public static string Of(string command, int applied, IReadOnlyList<IntercomRunItem> items)
    {
        var text = new StringBuilder($"{command} ended early.");
        if (applied > 0) text.Append(applied == 1 ? " 1 request was already applied." : $" {applied} requests were already applied.");
        Add(text, items.Where(item => item.Detail != Uncertain), RunOutcome.Applied, "Also applied");
        Add(text, items.Where(item => item.Detail == Uncertain), RunOutcome.Applied,
            "Applied, but later commands may not have processed the output");
        Add(text, items, RunOutcome.Unknown, "May or may not have been applied");
        Add(text, items, RunOutcome.Failed, "Failed");
        Add(text, items, RunOutcome.NotApplied, "Not applied");
        if (items.Count > 0) text.Append(" $Error contains these inputs, as the TargetObject of the error Intercom.ended_early.");
        return text.ToString();
    }

    private static void Add(StringBuilder text, IEnumerable<IntercomRunItem> items, RunOutcome outcome, string words)
    {
        var named = items.Where(item => item.Outcome == outcome.ToString()).Select(item => item.ToString()).Distinct().ToList();
        if (named.Count > 0) text.Append(' ').Append(words).Append(": ").Append(string.Join(", ", named)).Append('.');
    }

    /// <summary>The id of an input, or else the first property that identifies it.</summary>
    public static string NameOf(object? input)
    {
        if (input is null) return "";
        var whole = PSObject.AsPSObject(input);
        if (whole.BaseObject is string or ValueType) return Shortened(whole.BaseObject.ToString());
        try
        {
            var properties = whole.Properties.ToList();
            var name = properties.FirstOrDefault(property => property.Name == "Id")
                ?? properties.FirstOrDefault(IsId)
                ?? Names.Select(known => properties.Find(property => property.Name == known && property.Value is not null))
                    .FirstOrDefault(found => found is not null)
                ?? properties.FirstOrDefault();
            return Shortened((name?.Value is object[] several ? several.FirstOrDefault() : name?.Value)?.ToString());
        }
        catch (ExtendedTypeSystemException)
        {
            // A property of the caller's object threw an exception.
            return "";
        }
    }

    private static bool IsId(PSPropertyInfo property) =>
        property.Name.EndsWith("Id", StringComparison.Ordinal) && !Names.Contains(property.Name) && property.Value is not null;

    private static string Shortened(string? text) =>
        text is null ? "" : text.Length <= LongestName ? text : text.Substring(0, LongestName) + "…";
}
