namespace Intercom;

/// <summary>A dataset that can be exported.</summary>
public sealed class ReportingDataset : IntercomObject
{
    /// <summary>The dataset's id, such as <c>conversation</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The dataset's name.</summary>
    public string? Name { get; set; }

    /// <summary>The content of the dataset.</summary>
    public string? Description { get; set; }

    /// <summary>The attribute that the export's time range applies to.</summary>
    public string? DefaultTimeAttributeId { get; set; }

    /// <summary>The columns to choose from.</summary>
    public ItemList<DatasetAttribute>? Attributes { get; set; }

    /// <summary>The dataset's name.</summary>
    public override string ToString() => FirstOf(Name, Id);
}

/// <summary>A column of a dataset.</summary>
public sealed class DatasetAttribute : IntercomObject
{
    /// <summary>The column's id, which an export requires.</summary>
    public string? Id { get; set; }

    /// <summary>The column's name.</summary>
    public string? Name { get; set; }

    /// <summary>The column's name.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
