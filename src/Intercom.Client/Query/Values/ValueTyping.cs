using Intercom.Dates;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.Query;

/// <summary>Converts the value of a filter to the type of its field, or says why that is not possible.</summary>
internal sealed partial class ValueTyping
{
    private const QueryOperator Lists = QueryOperator.In | QueryOperator.NotIn;

    private readonly SearchField _field;
    private readonly QueryFilter _given;
    private readonly QueryOptions _options;
    private readonly List<QueryNote>? _notes;

    internal ValueTyping(SearchField field, QueryFilter given, QueryOptions options, List<QueryNote>? notes)
    {
        _field = field;
        _given = given;
        _options = options;
        _notes = notes;
    }

    internal QueryFilter Apply(string name)
    {
        if ((_field.UsableOperators & _given.Operator) == 0)
        {
            throw Refuse(Errors.OperatorNotSupported(Shown, _field.Name, TypeWords(), Wire, QueryOperators.List(_field.UsableOperators)));
        }
        var list = (_given.Operator & Lists) != 0;
        if (_given.StandsAlone && _field.Type is not (FieldType.Boolean or FieldType.Attribute)) return _given.Named(name);
        if (!list && _given.Value is IReadOnlyList<object?> several)
        {
            throw Refuse(several.Count == 0 ? Errors.EmptyList(Shown, Wire) : Errors.SeveralValues(Shown, Wire, OperatorForLists()));
        }
        if (_given.Value is null && _given.Operator is not (QueryOperator.Equal or QueryOperator.NotEqual))
        {
            throw Refuse(Errors.NullComparison(Shown, Wire));
        }
        var values = _given.Values.Select(Typed).ToArray();
        return _given.StandsAlone ? _given.Named(name) : new QueryFilter(name, _given.Operator, list ? values : values[0]);
    }

    private string Shown => _given.ToString();

    private string Wire => _given.Operator.ToWire();

    private string? OperatorForLists() => _given.Operator switch
    {
        QueryOperator.Equal => QueryOperator.In.ToWire(),
        QueryOperator.NotEqual => QueryOperator.NotIn.ToWire(),
        _ => null,
    };

    private object? Typed(object? value)
    {
        if (value is null) return null;
        if (value is "" && (_given.Operator & QueryOperators.Text) != 0) throw Refuse(Errors.EmptyTextInFilter(Shown, _field.Name));
        if (FieldTables.KindOfId(_field.Name) is { } kind) CheckId(value, kind);
        if (_field.Type == FieldType.Integer && value is string && _options.NamesAreLookedUp && IsName(value)) return value;
        return _field.Type switch
        {
            FieldType.String => Text(value),
            FieldType.Integer => Whole(value),
            FieldType.Float => Number(value),
            FieldType.Boolean => Flag(value),
            FieldType.Date => Date(value),
            _ => Untyped(value),
        };
    }

    private object Untyped(object value)
    {
        // By Intercom's convention, an attribute with such a name is a date.
        var isTime = QueryValue.IsTime(_field.Name);
        if (isTime && value is long or double) return Seconds(Convert.ToDouble(value, CultureInfo.InvariantCulture));
        if (isTime && value is string date) return Date(date);
        if (value is string && ((QueryOperators.Order | QueryOperators.OrderOrEqual) & _given.Operator) != 0)
        {
            Warn(
                $"the type of {_field.Name} is not known, so {Wire} compares with text.",
                "Specify a number or a date if the attribute is one.");
        }
        return value;
    }

    private object Text(object value)
    {
        if (value is bool or DateTimeOffset) throw WrongType("text", value);
        var text = value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if ((_given.Operator & QueryOperators.Set) == 0) return text;
        if (FieldTables.IsOwnId(_field.Name) && text.Any(letter => char.IsWhiteSpace(letter) || letter == '@'))
        {
            var isAddress = text.IndexOf('@') > 0 && _field.Name != "id";
            var remedy = isAddress ? $"Use the id of the contact: (Get-IntercomContact -Email {text}).Id." : "Specify the id.";
            throw Refuse(Errors.NotAnId(Shown, text, remedy));
        }
        if (_field.KnownValues.Count == 0) return text;

        var word = _field.SearchWord(text);
        if (word is null)
        {
            if (!_field.OnlyKnownValues) return text;
            var nearest = FieldCatalog.NearestOf(text, _field.KnownValues, known => known);
            var guess = nearest is null ? "" : $"Did you mean '{nearest}'? ";
            throw Refuse(Errors.UnknownValue(Shown, _field.Name, text, guess + Accepted("text")));
        }

        if (word != text) Note(QueryNoteKind.Rewritten, $"'{text}' is sent as '{word}', which is Intercom's word for it in searches.");
        return word;
    }

    /// <summary>Ids are compared as a whole, and a name is not an id.</summary>
    private void CheckId(object value, string kind)
    {
        if (!IsName(value) || (_field.Type == FieldType.Integer && !_options.NamesAreLookedUp)) return;
        var name = (string)value;
        var cmdlet = "Get-Intercom" + string.Concat(kind.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        if ((_given.Operator & QueryOperators.Set) == 0) throw Refuse(Errors.NameInPartOfId(Shown, name, kind, cmdlet));
        if (!_options.NamesAreLookedUp) throw Refuse(Errors.NotTheIdOf(Shown, name, kind, cmdlet));
        Note(
            QueryNoteKind.Information,
            $"'{name}' is the name of {Errors.Article(kind)}, and its id is looked up when the query is sent.");
    }

    private static bool IsName(object value) => value is string text && !IsId(text.Trim());

    private static bool IsId(string text) => ApiPath.IsNumber(text) || (text.Length == 24 && text.All(Uri.IsHexDigit));

    private object Whole(object value) => value switch
    {
        long => value,
        string text when long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => throw WrongType("a whole number", value),
    };

    private object Number(object value) => value switch
    {
        long or double => value,
        string text when IsNumber(text, out var number) && !double.IsNaN(number) && !double.IsInfinity(number) => number,
        _ => throw Refuse(Errors.WrongType(Shown, "a number", Described(value), Accepted("a number"))),
    };

    private object Flag(object value) => value switch
    {
        bool => value,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => throw Refuse(Errors.WrongType(Shown, "true or false", Described(value), Accepted("true or false"))),
    };

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private object Date(object value)
    {
        switch (value)
        {
            case DateTimeOffset: return value;
            case long seconds: return Seconds(seconds);
            case double seconds: return Seconds(seconds);
            // Intercom's own examples send seconds as text.
            case string text when DateReader.IsNumber(text.Trim()) && IsNumber(text, out var seconds): return Seconds(seconds);
            case string text: return Read(text);
            default: throw WrongType("a date", value);
        }
    }

    /// <summary>
    /// A day that ends a range is included as a whole: up to the 31st includes the 31st, and after the 31st begins with the 1st.
    /// </summary>
    private object Read(string text)
    {
        DateReading date;
        try
        {
            date = DateReader.Read(text, new DateOptions { Zone = _options.TimeZone });
        }
        catch (DateException failure)
        {
            throw Refuse(Errors.InFilter(Shown, failure.Fault));
        }
        // Where Intercom matches whole days, the day itself is sent.
        if (!date.IsDay || (_field.DayGrained && !_options.Exact)) return QueryDate.WholeSeconds(date.Moment, _given.Operator);
        if (_given.Operator is QueryOperator.LessOrEqual or QueryOperator.Greater)
        {
            Note(QueryNoteKind.Information, $"a day that ends a range is included as a whole, so {Wire} compares with its last second.");
            return date.LastSecond;
        }
        if (!_field.DayGrained && (_given.Operator & QueryOperators.Set) != 0)
        {
            Warn(
                $"{_field.Name} is compared to the second, so {Wire} matches only the first second of the day.",
                "Use >= and <= for a day.");
        }
        return date.Moment;
    }

    private object Seconds(double seconds)
    {
        // 2024, 20240531 and 30 are meant as a year, a day and a duration. As seconds, nearly every date is later. 0 means any date.
        if (seconds != 0 && seconds < DateReader.LeastSeconds)
        {
            throw Refuse(Errors.TooFewSecondsInFilter(Shown, seconds.ToString(CultureInfo.InvariantCulture)));
        }
        if (Math.Abs(seconds) < UnixTime.FirstMillisecond)
        {
            var up = _given.Operator is QueryOperator.Less or QueryOperator.GreaterOrEqual;
            return (long)(up ? Math.Ceiling(seconds) : Math.Floor(seconds));
        }

        throw Refuse(Errors.MillisecondsInFilter(Shown, seconds.ToString("F0", CultureInfo.InvariantCulture)));
    }

    private QueryException WrongType(string wanted, object value) =>
        Refuse(Errors.WrongType(Shown, wanted, Described(value), value is bool ? AnyValue : Accepted(wanted)));

    private QueryException Refuse(Fault fault) => new(fault, _given);

    private void Warn(string message, string remedy) =>
        _notes?.Add(new QueryNote(QueryNoteKind.Warning, $"'{_given}': {message}", remedy, _given));

    private void Note(QueryNoteKind kind, string message) => _notes?.Add(new QueryNote(kind, $"'{_given}': {message}", null, _given));
}
