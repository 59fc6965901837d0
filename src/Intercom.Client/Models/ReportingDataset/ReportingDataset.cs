namespace Intercom;

/// <summary>A dataset that can be exported.</summary>
public sealed class ReportingDataset : IntercomObject
{
    /// <summary>The dataset's id, such as <c>conversation</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The dataset's name.</summary>
    public string? Name { get; set; }

    /// <summary>What the dataset holds.</summary>
    public string? Description { get; set; }

    /// <summary>The attribute by which the export's time range goes.</summary>
    public string? DefaultTimeAttributeId { get; set; }

    /// <summary>The columns to choose from.</summary>
    public ItemList<DatasetAttribute>? Attributes { get; set; }

    /// <summary>The dataset's name.</summary>
    public override string ToString() => FirstOf(Name, Id);
}

/// <summary>A column of a dataset.</summary>
public sealed class DatasetAttribute : IntercomObject
{
    /// <summary>The column's id, which an export takes.</summary>
    public string? Id { get; set; }

    /// <summary>The column's name.</summary>
    public string? Name { get; set; }

    /// <summary>The column's name.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
