namespace Intercom.Docs;

/// <summary>Everything that help says of one cmdlet.</summary>
internal sealed record CmdletHelp
{
    public required string Name { get; init; }
    public required string Verb { get; init; }
    public required string Noun { get; init; }
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The first sentence of the description.</summary>
    public required string Synopsis { get; init; }

    public required IReadOnlyList<string> Description { get; init; }
    public required IReadOnlyList<SyntaxHelp> Syntax { get; init; }
    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }
    public required IReadOnlyList<TypeHelp> Inputs { get; init; }
    public required IReadOnlyList<TypeHelp> Outputs { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
    public required IReadOnlyList<ExampleHelp> Examples { get; init; }
    public required IReadOnlyList<LinkHelp> Links { get; init; }
}

/// <summary>One parameter set.</summary>
internal sealed record SyntaxHelp(string Set, bool IsDefault, bool IsOnly, IReadOnlyList<ParameterHelp> Parameters);

/// <summary>One parameter: as it is in one parameter set, or, in the list of all, as it is in general.</summary>
internal sealed record ParameterHelp
{
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required string FullType { get; init; }
    public required bool IsSwitch { get; init; }
    public required IReadOnlyList<string> Description { get; init; }
    public required IReadOnlyList<string> Aliases { get; init; }
    public required IReadOnlyList<string> AcceptedValues { get; init; }

    /// <summary>Limits on the value, in words; empty when every value is accepted.</summary>
    public required string Limits { get; init; }

    public required bool Wildcards { get; init; }

    /// <summary>The default as it would be typed; empty without a default.</summary>
    public required string Default { get; init; }

    public required bool Required { get; init; }

    /// <summary>The position from 0; null for a named parameter.</summary>
    public required int? Position { get; init; }

    public required bool ByValue { get; init; }
    public required bool ByPropertyName { get; init; }

    /// <summary>The parameter sets, where it is not in all of them; with those that require it, where not all do.</summary>
    public string Sets { get; init; } = "";

    /// <summary>The property that holds the id on piped objects; null where the parameter is not an id.</summary>
    public string? IdProperty { get; init; }
}

/// <summary>A type that goes in or comes out.</summary>
internal sealed record TypeHelp(string Name, string Description);

/// <summary>One example: what it does, and its lines.</summary>
internal sealed record ExampleHelp(string Description, string Code);

/// <summary>A related link; the address is empty for what Get-Help finds by its name.</summary>
internal sealed record LinkHelp(string Text, string Address);
