using System.Collections;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomCompany share.</summary>
public abstract class CompanyFieldsCommand : IntercomWriteCommand
{
    /// <summary>The name of the company's plan with you.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("plan")]
    public string? Plan { get; set; }

    /// <summary>How many people work there.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), NotNegative, Body("size"), WholeNumber]
    public int? Size { get; set; }

    /// <summary>The company's website.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("website"), Trim]
    public string? Website { get; set; }

    /// <summary>The company's industry.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("industry")]
    public string? Industry { get; set; }

    /// <summary>What the company pays a month, as a whole number up to 2147483647.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), NotNegative, Body("monthly_spend"), WholeNumber]
    public int? MonthlySpend { get; set; }

    /// <summary>Custom attributes by name; they must be defined in the workspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes"), AttributesOf("company"), ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? CustomAttribute { get; set; }
}
