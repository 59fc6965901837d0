using System.Collections;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomCompany share.</summary>
public abstract class CompanyFieldsCommand : IntercomWriteCommand
{
    /// <summary>The name of the plan that the company has with you.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("plan")]
    public string? Plan { get; set; }

    /// <summary>The number of people who work at the company, as a whole number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), NotNegative, Body("size"), WholeNumber]
    public int? Size { get; set; }

    /// <summary>The company's website.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("website"), Trim]
    public string? Website { get; set; }

    /// <summary>The company's industry.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("industry")]
    public string? Industry { get; set; }

    /// <summary>The company's monthly spend, as a whole number up to 2147483647.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), NotNegative, Body("monthly_spend"), WholeNumber]
    public int? MonthlySpend { get; set; }

    /// <summary>Custom attributes by name, such as @{ region = 'EMEA' }. They must be defined in the workspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes"), AttributesOf("company")]
    [ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? CustomAttribute { get; set; }
}
