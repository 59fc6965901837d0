using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// States one operation of Intercom's API on the cmdlet that performs it: the only place where its method and path are written.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OperationAttribute : Attribute
{
    /// <summary>States an operation.</summary>
    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="path">The path below the host; <c>{ContactId}</c> is filled from the parameter of that name.</param>
    public OperationAttribute(string method, string path)
    {
        Method = method;
        Path = path;
        Placeholders = ApiPath.Placeholders(path);
        Retry = method switch { "GET" => RetryClass.Safe, "PUT" or "DELETE" => RetryClass.Idempotent, _ => RetryClass.Once };
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path with placeholders.</summary>
    public string Path { get; }

    /// <summary>The names of the path's placeholders, in order.</summary>
    internal string[] Placeholders { get; }

    /// <summary>The placeholder that stands for what the operation works on; by default the first one.</summary>
    public string? Resource
    {
        get => field ?? Placeholders.FirstOrDefault();
        set;
    }

    /// <summary>What a repeat may do; by default GET reads, PUT and DELETE are idempotent, POST is sent once.</summary>
    public RetryClass Retry { get; set; }

    /// <summary>The parameter set that performs this operation; null for any that no other operation names.</summary>
    public string? ParameterSet { get; set; }

    /// <summary>A name for an operation that the cmdlet performs besides the one of its parameter set.</summary>
    public string? Name { get; set; }

    /// <summary>What the answer is; by default the cmdlet's first output type.</summary>
    public Type? Returns { get; set; }

    /// <summary>How the answer's list is cut into pages.</summary>
    public PageShape Paging { get; set; }

    /// <summary>The property that holds the answer's list; setting it says that the answer is a list.</summary>
    public string? Items { get; set; }

    /// <summary>How many items to ask for at once; 0 leaves it to the server.</summary>
    public int PageSize { get; set; }

    /// <summary>What the answer may be.</summary>
    public string Accept { get; set; } = "application/json";

    /// <summary>True when the answer is a list.</summary>
    public bool IsList => Items is not null || Paging != PageShape.None;
}

/// <summary>Sends the parameter in the query under this name, when it is bound.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QueryAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}

/// <summary>How a value is written where the wire requires another form than the parameter's.</summary>
public enum WireForm
{
    /// <summary>As it is: text as text, numbers as numbers, dates as Unix seconds.</summary>
    AsIs,

    /// <summary>An id that this operation requires as a number.</summary>
    Integer,
}

/// <summary>
/// Sends the parameter in the body under this name, when it is bound; bound to null it sends JSON null. Dots nest: <c>source.body</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BodyAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>How the value is written.</summary>
    public WireForm Form { get; set; }
}

/// <summary>
/// Says whose custom attributes the parameter sets, by the word of the workspace's list of attributes: contact, company or conversation.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttributesOfAttribute(string model) : Attribute
{
    /// <summary>The word of the list.</summary>
    public string Model { get; } = model;
}

/// <summary>Sends a fixed value in the body, such as <c>message_type: close</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = true)]
public sealed class BodyValueAttribute(string name, object value) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The value.</summary>
    public object Value { get; } = value;

    /// <summary>The parameter set that sends it; null for all.</summary>
    public string? ParameterSet { get; set; }
}

/// <summary>
/// The admin in whose name the operation acts: the parameter, or else the connection's own admin, under this name in the body.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ActingAdminAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>How the id is written.</summary>
    public WireForm Form { get; set; }

    /// <summary>The parameter sets that want an acting admin, separated by commas; null for all.</summary>
    public string? ParameterSets { get; set; }
}

/// <summary>
/// A piped row supplies this parameter, but an Intercom object does not: bound by property name, the author of a piped article would be
/// sent back with each change.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromRowAttribute : Attribute;

/// <summary>Sends a fixed value in the query, such as <c>type=user</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class QueryValueAttribute(string name, string value) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The value.</summary>
    public string Value { get; } = value;

    /// <summary>The parameter set that sends it; null for all.</summary>
    public string? ParameterSet { get; set; }
}

/// <summary>
/// The parameter takes a name, or the id itself. The name is looked up when the request is sent, not before, so that -WhatIf sends nothing;
/// the id then takes its place in the path or, with <see cref="BodyAttribute"/>, in the body.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameOfAttribute(Type model) : Attribute
{
    /// <summary>What the name stands for: the model of a kind in <see cref="NamedKinds"/>.</summary>
    public Type Model { get; } = model;

    /// <summary>True when what can only be an id is sent as it is, without a look at the workspace's list.</summary>
    public bool NumbersAreIds { get; set; }
}

/// <summary>
/// The id parameter of a read also takes names. What is a number, or looks like Intercom's longer ids, is an id and costs no look-up.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OrNameOfAttribute(Type model) : Attribute
{
    /// <summary>What the name stands for: the model of a kind in <see cref="NamedKinds"/>.</summary>
    public Type Model { get; } = model;

    /// <summary>True for what can only be an id.</summary>
    internal static bool IsSurelyId(string text)
    {
        var id = text.Trim();
        return id.Length > 0 && (id.All(char.IsDigit) || (id.Length == 24 && id.All(Uri.IsHexDigit)));
    }
}
