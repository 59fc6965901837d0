namespace Intercom.Sandbox.Seed;

/// <summary>
/// Random numbers that follow from a place alone, whatever was drawn before: SplitMix64 of the seed, the place and the draw.
/// </summary>
internal sealed class PlaceRandom(int seed)
{
    private readonly ulong _seed = (ulong)(uint)seed << 32;

    /// <summary>A number from 0 to below a limit.</summary>
    /// <param name="place">The place of the object.</param>
    /// <param name="draw">What the number is for: each draw is independent of the others.</param>
    /// <param name="limit">The limit.</param>
    public int Next(int place, Draw draw, int limit)
    {
        unchecked
        {
            var mixed = (_seed ^ ((ulong)(uint)place << 8) ^ (uint)draw) * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }
    }

    /// <summary>One of several things.</summary>
    public T Of<T>(int place, Draw draw, IReadOnlyList<T> choices) => choices[Next(place, draw, choices.Count)];
}

/// <summary>What a random number is for.</summary>
internal enum Draw
{
    Company, FirstName, LastName, HasPhone, Phone, Seen, Browser, System, City, Plan, Seats, Trial, Owner, FirstTag, SecondTag,
    Contact, Question, Teammate, Reply, End, Tag, Rating,
}
