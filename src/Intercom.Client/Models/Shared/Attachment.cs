namespace Intercom;

/// <summary>An attached file.</summary>
public sealed class Attachment : IntercomObject
{
    /// <summary>The file's name.</summary>
    public string? Name { get; set; }

    /// <summary>The address of the file, which expires.</summary>
    public string? Url { get; set; }

    /// <summary>The kind of file, such as <c>image/png</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>The size in bytes.</summary>
    public long? Filesize { get; set; }

    /// <summary>The width of an image, in pixels.</summary>
    public long? Width { get; set; }

    /// <summary>The height of an image, in pixels.</summary>
    public long? Height { get; set; }

    /// <summary>The file's name.</summary>
    public override string ToString() => FirstOf(Name, Url);
}
