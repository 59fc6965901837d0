using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Declares an operation of Intercom's API on the cmdlet that performs it. Its method and path are defined only here.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OperationAttribute : Attribute
{
    /// <summary>Declares an operation.</summary>
    /// <param name="method">The HTTP method, in uppercase.</param>
    /// <param name="path">The path relative to the host. <c>{ContactId}</c> is replaced with the parameter of that name.</param>
    public OperationAttribute(string method, string path)
    {
        Method = method;
        Path = path;
        Placeholders = ApiPath.Placeholders(path);
        Retry = method switch { "GET" => RetryClass.Safe, "PUT" or "PATCH" or "DELETE" => RetryClass.Idempotent, _ => RetryClass.Once };
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path with placeholders.</summary>
    public string Path { get; }

    /// <summary>The names of the path's placeholders, in order.</summary>
    internal string[] Placeholders { get; }

    /// <summary>The placeholder of the resource that the operation works on. The default is the first one.</summary>
    public string? Resource
    {
        get => field ?? Placeholders.FirstOrDefault();
        set;
    }

    /// <summary>
    /// How the request may be retried. By default, GET reads, PUT, PATCH and DELETE are idempotent, and POST is sent once.
    /// </summary>
    public RetryClass Retry { get; set; }

    /// <summary>The parameter set that performs this operation; null for all sets without an operation of their own.</summary>
    public string? ParameterSet { get; set; }

    /// <summary>The name of an additional operation, which does not belong to a parameter set.</summary>
    public string? Name { get; set; }

    /// <summary>The type of the response. The default is the cmdlet's first output type.</summary>
    public Type? Returns { get; set; }

    /// <summary>How the list in the response is paged.</summary>
    public PageShape Paging { get; set; }

    /// <summary>The property that contains the list. Setting it declares that the response is a list.</summary>
    public string? Items { get; set; }

    /// <summary>The number of items per page; 0 uses the server's default.</summary>
    public int PageSize { get; set; }

    /// <summary>
    /// The first version of the API that has the operation, such as 2.16, or Preview; null for 2.14. The request is sent with this version
    /// if the connection's is lower.
    /// </summary>
    public string? Since { get; set; }

    /// <summary>
    /// The error code with which Intercom answers a repeat of a change that is already done. After a try that may have been executed, it
    /// counts as success.
    /// </summary>
    public string? Redone { get; set; }

    /// <summary>
    /// The last version of the API in which the operation returns what the cmdlet needs; null for an operation that later versions have
    /// too. The request is sent with this version if the connection's is higher.
    /// </summary>
    public string? Until { get; set; }

    /// <summary>The content type of the response.</summary>
    public string Accept { get; set; } = "application/json";

    /// <summary>True when the response is a list.</summary>
    public bool IsList => Items is not null || Paging != PageShape.None;
}

/// <summary>
/// Declares the first version of the API that knows the parameter, when it is newer than the operation. A request with the parameter is
/// sent with this version if the connection's is lower.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SinceAttribute(string version) : Attribute
{
    /// <summary>The version, such as 2.16, or Preview.</summary>
    public string Version { get; } = version;

    /// <summary>The parameter set whose operation has always known the parameter; null for none.</summary>
    public string? Except { get; set; }
}

/// <summary>Sends the parameter under this name in the query, when it is bound.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QueryAttribute(string name) : Attribute
{
    /// <summary>The name in the API.</summary>
    public string Name { get; } = name;
}

/// <summary>The form in which a value is sent, when it differs from the parameter's type.</summary>
public enum WireForm
{
    /// <summary>Unchanged: strings as strings, numbers as numbers, dates as Unix seconds.</summary>
    AsIs,

    /// <summary>As a number, for an id that this operation requires as a number.</summary>
    Integer,
}

/// <summary>
/// Sends the parameter under this name in the body, when it is bound. Null is sent as JSON null. Dots nest, as in <c>source.body</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BodyAttribute(string name) : Attribute
{
    /// <summary>The name in the API.</summary>
    public string Name { get; } = name;

    /// <summary>The form in which the value is sent.</summary>
    public WireForm Form { get; set; }

    /// <summary>The first version of the API that requires the value as text, whatever <see cref="Form"/> says; null for none.</summary>
    public string? TextSince { get; set; }

    /// <summary>The form in which the value is sent to a version of the API.</summary>
    internal WireForm FormIn(string version) =>
        TextSince is not null && Intercom.Http.ApiVersions.Compare(version, TextSince) >= 0 ? WireForm.AsIs : Form;
}

/// <summary>
/// Declares whose custom attributes the parameter sets, as in the workspace's list of attributes: contact, company or conversation.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttributesOfAttribute(string model) : Attribute
{
    /// <summary>The object type in the list of attributes.</summary>
    public string Model { get; } = model;
}

/// <summary>Sends a constant in the body, such as <c>message_type: close</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = true)]
public sealed class BodyValueAttribute(string name, object value) : Attribute
{
    /// <summary>The name in the API.</summary>
    public string Name { get; } = name;

    /// <summary>The value.</summary>
    public object Value { get; } = value;

    /// <summary>The parameter set that sends it; null for all.</summary>
    public string? ParameterSet { get; set; }
}

/// <summary>Sends the acting admin under this name in the body: the parameter, or else the connection's own admin.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ActingAdminAttribute(string name) : Attribute
{
    /// <summary>The name in the API.</summary>
    public string Name { get; } = name;

    /// <summary>The form in which the id is sent.</summary>
    public WireForm Form { get; set; }

    /// <summary>The parameter sets that require an acting admin, separated by commas; null for all.</summary>
    public string? ParameterSets { get; set; }
}

/// <summary>
/// Marks a parameter that piped rows supply and Intercom objects do not. Bound by property name, the author of a piped article would be
/// sent back with each change.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromRowAttribute : Attribute;

/// <summary>Sends a constant in the query, such as <c>type=user</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class QueryValueAttribute(string name, string value) : Attribute
{
    /// <summary>The name in the API.</summary>
    public string Name { get; } = name;

    /// <summary>The value.</summary>
    public string Value { get; } = value;

    /// <summary>The parameter set that sends it; null for all.</summary>
    public string? ParameterSet { get; set; }
}

/// <summary>
/// Marks a parameter that accepts a name or an id. The name is looked up when the request is sent, so that -WhatIf sends nothing. The id is
/// sent in the path or, with <see cref="BodyAttribute"/>, in the body.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameOfAttribute(Type model) : Attribute
{
    /// <summary>The named model, which is in <see cref="NamedKinds"/>.</summary>
    public Type Model { get; } = model;

    /// <summary>True when a value that can only be an id is sent without a lookup.</summary>
    public bool NumbersAreIds { get; set; }
}

/// <summary>
/// Marks an id parameter of a read that also accepts names. Numbers and values that look like Intercom's longer ids are used without a
/// lookup.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OrNameOfAttribute(Type model) : Attribute
{
    /// <summary>The named model, which is in <see cref="NamedKinds"/>.</summary>
    public Type Model { get; } = model;

    /// <summary>True for a value that can only be an id.</summary>
    internal static bool IsSurelyId(string text)
    {
        var id = text.Trim();
        return id.Length > 0 && (id.All(char.IsDigit) || (id.Length == 24 && id.All(Uri.IsHexDigit)));
    }
}
