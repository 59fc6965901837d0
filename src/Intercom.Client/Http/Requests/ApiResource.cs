namespace Intercom.Http;

/// <summary>What a request is about: stated by the code that creates the request, so that no code has to derive it from a path.</summary>
/// <param name="Noun">The kind in words, such as <c>contact</c> or <c>news item</c>.</param>
/// <param name="Id">The id, unescaped; null for what does not exist yet, or is known by a name that is not looked up yet.</param>
/// <param name="Name">What people call it, such as a person's name; null when that is not known.</param>
internal sealed record ApiResource(string Noun, string? Id = null, string? Name = null)
{
    private string? _key;

    /// <summary>
    /// What keeps requests about one resource in order: two with the same key do not overlap. By default the noun and the id; null where
    /// the order does not matter.
    /// </summary>
    public string? Key
    {
        get => _key ?? (Id is null ? null : $"{Noun}/{Id}");
        init => _key = value;
    }

    /// <summary>The resource for people: noun, id and name, as in <c>contact 65c0 (Ada Rossi)</c>.</summary>
    public override string ToString()
    {
        if (Id is null) return Name is null ? Noun : $"{Noun} {Name}";
        return Name is null ? $"{Noun} {Id}" : $"{Noun} {Id} ({Name})";
    }
}
