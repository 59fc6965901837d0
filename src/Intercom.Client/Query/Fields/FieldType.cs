namespace Intercom.Query;

/// <summary>The type of a search field, which decides its operators and how its value is sent.</summary>
public enum FieldType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with decimals.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A point in time, sent as Unix seconds.</summary>
    Date,

    /// <summary>A custom or ticket attribute whose type is defined by the workspace.</summary>
    Attribute,
}
