namespace Intercom;

/// <summary>A teammate's note about a contact or a company.</summary>
public sealed class Note : IntercomObject
{
    /// <summary>Intercom's id of the note.</summary>
    public string? Id { get; set; }

    /// <summary>When the note was written.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The contact that the note is about. Null for a note about a company.</summary>
    public Reference? Contact { get; set; }

    /// <summary>The company that the note is about. Null for a note about a contact.</summary>
    public Reference? Company { get; set; }

    /// <summary>The admin who wrote the note. Null when the response names no author.</summary>
    public Admin? Author { get; set; }

    /// <summary>The note's text, as HTML.</summary>
    public string? Body { get; set; }

    /// <summary>The note's first words, without HTML.</summary>
    public override string ToString() => FirstOf(HtmlText.FirstWords(Body), Id);
}
