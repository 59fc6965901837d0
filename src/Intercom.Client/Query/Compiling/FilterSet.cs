namespace Intercom.Query;

/// <summary>A set of the filters of one query, each with its number. Laying out a query compares thousands of sets.</summary>
internal readonly struct FilterSet
{
    private readonly ulong[] _words;

    private FilterSet(ulong[] words)
    {
        _words = words;
        Count = 0;
        foreach (var word in _words)
        {
            for (var rest = word; rest != 0; rest &= rest - 1) Count++;
        }
    }

    /// <summary>How many filters are in the set.</summary>
    internal int Count { get; }

    /// <summary>The numbers, from the smallest up.</summary>
    internal IEnumerable<int> Numbers
    {
        get
        {
            for (var at = 0; at < _words.Length; at++)
            {
                for (var bit = 0; bit < 64; bit++)
                {
                    if ((_words[at] & (1UL << bit)) != 0) yield return (at * 64) + bit;
                }
            }
        }
    }

    /// <summary>A set of these numbers, all of them below the size.</summary>
    internal static FilterSet Of(IEnumerable<int> numbers, int size)
    {
        var words = new ulong[(size + 63) / 64];
        foreach (var number in numbers) words[number / 64] |= 1UL << (number % 64);
        return new FilterSet(words);
    }

    internal FilterSet Union(FilterSet other)
    {
        var union = new ulong[_words.Length];
        for (var at = 0; at < union.Length; at++) union[at] = _words[at] | other._words[at];
        return new FilterSet(union);
    }

    internal bool IsWithin(FilterSet other)
    {
        for (var at = 0; at < _words.Length; at++)
        {
            if ((_words[at] & ~other._words[at]) != 0) return false;
        }

        return true;
    }
}
