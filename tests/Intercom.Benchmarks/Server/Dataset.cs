using System.Text;

namespace Intercom.Benchmarks.Server;

/// <summary>The items of one resource as one block of bytes: any run of neighbours is one slice of it.</summary>
internal sealed class Dataset
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;

    public Dataset(int count, string listName, Func<int, string> text, Func<int, string> id)
    {
        ListName = listName;
        Count = count;
        _starts = new int[count + 1];
        var bytes = new byte[count * 4096];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            _starts[i] = at;
            at += Encoding.UTF8.GetBytes(text(i), bytes.AsSpan(at));
            bytes[at++] = (byte)',';
            IndexOf[id(i)] = i;
        }
        _starts[count] = at;
        _bytes = bytes;
    }

    /// <summary>The property that holds the items: <c>data</c> or <c>conversations</c>.</summary>
    public string ListName { get; }

    /// <summary>How many different items there are.</summary>
    public int Count { get; }

    /// <summary>The place of each id.</summary>
    public Dictionary<string, int> IndexOf { get; } = new(StringComparer.Ordinal);

    /// <summary>The average size of an item.</summary>
    public int AverageSize => _starts[Count] / Count;

    /// <summary>One item.</summary>
    public ArraySegment<byte> Item(int index) => new(_bytes, _starts[index], _starts[index + 1] - _starts[index] - 1);

    /// <summary>
    /// Adds neighbouring items, parted by commas, to the pieces of an answer; an index behind the end begins again at the front.
    /// </summary>
    public void Add(List<ArraySegment<byte>> pieces, int from, int count)
    {
        while (count > 0)
        {
            var start = from % Count;
            var run = Math.Min(count, Count - start);
            count -= run;
            from += run;
            // The last comma of all is left off.
            pieces.Add(new ArraySegment<byte>(_bytes, _starts[start], _starts[start + run] - _starts[start] - (count == 0 ? 1 : 0)));
        }
    }
}
