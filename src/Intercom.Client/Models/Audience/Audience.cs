namespace Intercom;

/// <summary>A group of contacts that content is meant for.</summary>
public sealed class Audience : IntercomObject
{
    /// <summary>Intercom's id of the audience.</summary>
    public string? Id { get; set; }

    /// <summary>The audience's name.</summary>
    public string? Name { get; set; }

    /// <summary>The conditions that a contact meets.</summary>
    public ItemList<AudiencePredicate>? Predicates { get; set; }

    /// <summary>The conditions for the role of a contact.</summary>
    public ItemList<AudiencePredicate>? RolePredicates { get; set; }

    /// <summary>When the audience was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the audience was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The audience's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}

/// <summary>A condition of an audience. Its <c>Type</c> is that of the attribute, such as <c>string</c> or <c>role</c>.</summary>
public sealed class AudiencePredicate : IntercomObject
{
    /// <summary>The attribute, such as <c>company.name</c>, <c>custom_attributes.plan</c> or <c>role</c>.</summary>
    public string? Attribute { get; set; }

    /// <summary>How the value is compared, such as <c>eq</c> or <c>contains</c>.</summary>
    public string? Comparison { get; set; }

    /// <summary>The value.</summary>
    public string? Value { get; set; }

    /// <summary>The condition in words.</summary>
    public override string ToString() => $"{Attribute} {Comparison} {Value}".Trim();
}
