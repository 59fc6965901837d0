namespace Intercom;

/// <summary>An author. <c>Type</c> is <c>admin</c>, <c>user</c>, <c>lead</c>, <c>team</c> or <c>bot</c>.</summary>
public sealed class Author : IntercomObject
{
    /// <summary>The id of the admin, contact, team or bot.</summary>
    public string? Id { get; set; }

    /// <summary>The author's name.</summary>
    public string? Name { get; set; }

    /// <summary>The author's email address.</summary>
    public string? Email { get; set; }

    /// <summary>True when Fin wrote it.</summary>
    public bool? FromAiAgent { get; set; }

    /// <summary>True when Fin made up the text.</summary>
    public bool? IsAiAnswer { get; set; }

    /// <summary>The author's name or email address.</summary>
    public override string ToString() => FirstOf(Name, Email, Type, Id);
}
