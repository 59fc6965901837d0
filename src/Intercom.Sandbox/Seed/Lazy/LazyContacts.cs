using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample contacts that are made when they are looked at: four users to each lead, as the others.</summary>
internal sealed class LazyContacts : LazyRange
{
    private const long Day = 86400;
    private const long Age = 540 * Day;
    private readonly PlaceRandom _random;
    private readonly long _firstNumber;
    private readonly long _born;
    private readonly Entity[] _companies;
    private readonly string[] _tags;
    private readonly string[] _segments;
    private readonly string[] _names;

    public LazyContacts(Database data, PlaceRandom random, long firstNumber, long firstSequence, int count)
        : base("contact", firstSequence, count)
    {
        (_random, _firstNumber, _born) = (random, firstNumber, data.Now);
        _companies = data.Companies.All.ToArray();
        _names = _companies.Select(company => company.Text("company_id")!).ToArray();
        _tags = data.Tags.All.Select(tag => tag.Id).ToArray();
        _segments = data.Segments.All.Select(segment => segment.Id).ToArray();
        var workspace = data.WorkspaceId;
        Fields = new Dictionary<string, Func<int, JsonNode?>>(StringComparer.Ordinal)
        {
            ["id"] = place => IdOf(place),
            ["workspace_id"] = _ => workspace,
            ["external_id"] = place => IsLead(place) ? null : $"user-{_firstNumber + place}",
            ["role"] = place => RoleOf(place),
            ["email"] = place => EmailOf(place),
            ["email_domain"] = place => EmailOf(place) is null ? null : $"{_names[CompanyOf(place)]}.example",
            ["phone"] = place => _random.Next(place, Draw.HasPhone, 3) == 0
                ? $"+44 20 7946 {_random.Next(place, Draw.Phone, 1000):D4}" : null,
            ["name"] = place => NameOf(place),
            ["owner_id"] = place => place % 7 == 0 ? 5001 + _random.Next(place, Draw.Owner, SampleText.Admins.Length) : null,
            ["created_at"] = place => CreatedAt(place),
            ["updated_at"] = place => SeenAt(place),
            ["signed_up_at"] = place => IsLead(place) ? null : CreatedAt(place),
            ["last_seen_at"] = place => SeenAt(place),
            ["browser"] = place => _random.Next(place, Draw.Browser, 2) == 0 ? "chrome" : "firefox",
            ["os"] = place => _random.Next(place, Draw.System, 2) == 0 ? "Windows 11" : "macOS",
            ["location"] = LocationOf,
            ["custom_attributes"] = AttributesOf,
        };
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, Func<int, JsonNode?>> Fields { get; }

    /// <inheritdoc/>
    public override string IdOf(int place) => Database.Hex("contacts", _firstNumber + place);

    /// <inheritdoc/>
    public override int PlaceOf(string id)
    {
        if (id.Length != 24
            || !int.TryParse(id.Substring(18), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return -1;
        var place = number - _firstNumber;
        return place >= 0 && place < Count && IdOf((int)place) == id ? (int)place : -1;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> LinksOf(int place, string kind) => kind switch
    {
        "companies" => IsLead(place) ? [] : [_companies[CompanyOf(place)].Id],
        "tags" => TagsOf(place),
        "segments" => SegmentsOf(place),
        _ => [],
    };

    public string RoleOf(int place) => IsLead(place) ? "lead" : "user";

    public string NameOf(int place) =>
        $"{_random.Of(place, Draw.FirstName, SampleText.FirstNames)} {_random.Of(place, Draw.LastName, SampleText.LastNames)}";

    /// <summary>The address, which one lead in three does not have.</summary>
    public string? EmailOf(int place) => place % 15 == 4
        ? null
        : $"{NameOf(place).Replace(' ', '.')}{_firstNumber + place}@{_names[CompanyOf(place)]}.example".ToLowerInvariant();

    private static bool IsLead(int place) => place % 5 == 4;

    private int CompanyOf(int place) => _random.Next(place, Draw.Company, _companies.Length);

    /// <summary>The later in the order, the younger.</summary>
    private long CreatedAt(int place) => _born - Age + place * (Age - Day) / Count;

    private long SeenAt(int place)
    {
        var created = CreatedAt(place);
        return created + (_born - 60 - created) * _random.Next(place, Draw.Seen, 10_000) / 10_000;
    }

    private JsonNode LocationOf(int place)
    {
        var location = Shape.Default("contact", "location")!.DeepClone();
        (string City, string Region, string Country) = _random.Of(place, Draw.City, SampleText.Places);
        (location["country"], location["region"], location["city"]) = (Country, Region, City);
        return location;
    }

    private JsonObject AttributesOf(int place) => IsLead(place) ? [] : new JsonObject
    {
        ["plan"] = _random.Of(place, Draw.Plan, SampleText.Plans), ["seats"] = _random.Next(place, Draw.Seats, 39) + 1,
        ["trial"] = _random.Next(place, Draw.Trial, 4) == 0, ["signup_date"] = CreatedAt(place),
    };

    private string[] TagsOf(int place)
    {
        // Half of the contacts have a tag, and some have two.
        if (place % 2 == 0) return [];
        var first = _random.Of(place, Draw.FirstTag, _tags);
        var second = _random.Of(place, Draw.SecondTag, _tags);
        return place % 6 == 1 && second != first ? [first, second] : [first];
    }

    private string[] SegmentsOf(int place) => PeopleSamples.SegmentsOf(
        RoleOf(place), SeenAt(place), CreatedAt(place), _born).Select(number => _segments[number]).ToArray();
}
