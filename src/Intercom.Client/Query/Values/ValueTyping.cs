using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Intercom.Dates;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.Query;

/// <summary>Gives the value of a filter the type of its field, or says why that cannot be.</summary>
internal sealed class ValueTyping
{
    private const QueryOperator Lists = QueryOperator.In | QueryOperator.NotIn;

    private readonly SearchField field;
    private readonly QueryFilter given;
    private readonly QueryOptions options;
    private readonly List<QueryNote>? notes;

    internal ValueTyping(SearchField field, QueryFilter given, QueryOptions options, List<QueryNote>? notes)
    {
        this.field = field;
        this.given = given;
        this.options = options;
        this.notes = notes;
    }

    internal QueryFilter Apply(string name)
    {
        if ((field.UsableOperators & given.Operator) == 0) throw Wrong(
            $"does not work: {field.Name} is {TypeWords()} and does not take {given.Operator.ToWire()}", $"Use one of {QueryOperators.List(field.UsableOperators)}.");

        var list = (given.Operator & Lists) != 0;
        if (given.StandsAlone && field.Type is not (FieldType.Boolean or FieldType.Attribute)) return given.Named(name);
        if (!list && given.Value is IReadOnlyList<object?> { Count: 0 }) throw Wrong(
            $"compares with an empty list, and {given.Operator.ToWire()} takes one value", "Give one value, or null to find the items without a value.");
        if (!list && given.Value is IReadOnlyList<object?>) throw Wrong(
            $"compares with several values, and {given.Operator.ToWire()} takes one",
            (QueryOperators.Set & given.Operator) != 0 ? $"Use {(given.Operator == QueryOperator.Equal ? "IN" : "NIN")} for a list." : "Make one condition for each value, combined with AND or OR.");
        if (given.Value is null && given.Operator is not (QueryOperator.Equal or QueryOperator.NotEqual)) throw Wrong(
            $"compares null with {given.Operator.ToWire()}", "Use = null for items without a value, != null for items with one.");

        var values = given.Values.Select(Typed).ToArray();
        return given.StandsAlone ? given.Named(name) : new QueryFilter(name, given.Operator, list ? values : values[0]);
    }

    private object? Typed(object? value)
    {
        if (value is null) return null;
        if (FieldTables.KindOfId(field.Name) is { } kind) CheckId(value, kind);
        if (field.Type == FieldType.Integer && value is string && options.NamesAreLookedUp && IsName(value)) return value;
        return field.Type switch
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
        // By Intercom's convention, an attribute of such a name is a date.
        if (QueryValue.IsTime(field.Name) && value is long or double) return Seconds(Convert.ToDouble(value, CultureInfo.InvariantCulture));
        if (QueryValue.IsTime(field.Name) && value is string date) return Date(date);
        if (value is string && ((QueryOperators.Order | QueryOperators.OrderOrEqual) & given.Operator) != 0) Note(
            QueryNoteKind.Warning, $"'{given}': the type of {field.Name} is not known, so {given.Operator.ToWire()} compares with a text.", "Give a number or a date if it is one.");
        return value;
    }

    private object Text(object value)
    {
        if (value is bool or DateTimeOffset) throw Wrong($"compares text with {(value is bool ? "true or false" : "a date")}", value is bool ? AsksForAny : Takes("text"));
        var text = value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if ((given.Operator & QueryOperators.Set) == 0) return text;
        if (FieldTables.IsOwnId(field.Name) && text.Any(letter => char.IsWhiteSpace(letter) || letter == '@')) throw Wrong(
            $"compares an id with '{text}', which is not an id", text.IndexOf('@') > 0 && field.Name != "id" ? $"Use the id of the contact: (Get-IntercomContact -Email {text}).Id." : "Give the id.");
        if (field.KnownValues.Count == 0) return text;

        var word = field.SearchWord(text);
        if (word is null)
        {
            if (!field.OnlyKnownValues) return text;
            var nearest = FieldCatalog.NearestOf(text, field.KnownValues, known => known);
            throw Wrong($"cannot match: {field.Name} is never '{text}'", (nearest is null ? "" : $"Did you mean '{nearest}'? ") + Takes("text"));
        }

        if (word != text) Note(QueryNoteKind.Rewritten, $"'{given}': '{text}' is sent as '{word}', which is Intercom's word for it in the search.");
        return word;
    }

    /// <summary>Ids are compared whole, and a name is not an id.</summary>
    private void CheckId(object value, string kind)
    {
        if (!IsName(value) || (field.Type == FieldType.Integer && !options.NamesAreLookedUp)) return;
        var shows = $"Get-Intercom{string.Concat(kind.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)))} shows it";
        if ((given.Operator & QueryOperators.Set) == 0) throw Wrong(
            $"searches in the ids of {field.Name} for '{value}', which is not part of the id of {Article(kind)}", $"Compare the whole name with = or IN, or give the id of the {kind}: {shows}.");
        if (!options.NamesAreLookedUp) throw Wrong($"cannot match: '{value}' is not the id of {Article(kind)}", $"Give the id of the {kind}: {shows}.");
        Note(QueryNoteKind.Information, $"'{given}': '{value}' is the name of {Article(kind)}, and its id is looked up when the query is sent.");
    }

    private static string Article(string kind) => (kind[0] == 'a' ? "an " : "a ") + kind;

    private static bool IsName(object value) => value is string text && !IsId(text.Trim());

    private static bool IsId(string text) => ApiPath.IsNumber(text) || (text.Length == 24 && text.All(Uri.IsHexDigit));

    private object Whole(object value) => value switch
    {
        long => value,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => throw Wrong($"compares a whole number with {Described(value)}", value is bool ? AsksForAny : Takes("a whole number")),
    };

    private object Number(object value) => value switch
    {
        long or double => value,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) && !double.IsInfinity(number) => number,
        _ => throw Wrong($"compares a number with {Described(value)}", Takes("a number")),
    };

    private object Flag(object value) => value switch
    {
        bool => value,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => throw Wrong($"compares true or false with {Described(value)}", Takes("true or false")),
    };

    private object Date(object value)
    {
        switch (value)
        {
            case DateTimeOffset: return value;
            case long seconds: return Seconds(seconds);
            case double seconds: return Seconds(seconds);
            // Intercom's own examples send seconds as text.
            case string text when DateReader.IsNumber(text.Trim()) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds): return Seconds(seconds);
            case string text: return Read(text);
            default: throw Wrong($"compares a date with {Described(value)}", value is bool ? AsksForAny : Takes("a date"));
        }
    }

    /// <summary>A day that is an end counts in whole: up to the 31st includes the 31st, and after the 31st begins with the 1st.</summary>
    private object Read(string text)
    {
        DateReading date;
        try
        {
            date = DateReader.Read(text, new DateOptions { Zone = options.TimeZone });
        }
        catch (DateException failure)
        {
            throw new QueryException($"'{given}': {failure.Problem}", failure.Remedy, given);
        }
        // Where Intercom matches whole days, it is told the day.
        if (!date.IsDay || (field.DayGrained && !options.Exact)) return QueryDate.WholeSeconds(date.Moment, given.Operator);
        if (given.Operator is QueryOperator.LessOrEqual or QueryOperator.Greater)
        {
            Note(QueryNoteKind.Information, $"'{given}': a day that is an end counts in whole, so {given.Operator.ToWire()} compares with its last second.");
            return date.LastSecond;
        }
        if (!field.DayGrained && (given.Operator & QueryOperators.Set) != 0) Note(
            QueryNoteKind.Warning, $"'{given}': {field.Name} is compared to the second, so {given.Operator.ToWire()} matches the first second of the day only.", "Use >= and <= for a day.");
        return date.Moment;
    }

    private object Seconds(double seconds)
    {
        // 2024 and 20240531 are meant as a year and a day; as seconds, nearly everything is after them.
        if (seconds is (>= 1000 and <= 9999) or (>= 19000101 and <= 21001231)) throw Wrong(
            $"compares a date with {seconds.ToString(CultureInfo.InvariantCulture)}, which as Unix seconds is in 1970", Takes("a date"));
        if (Math.Abs(seconds) < UnixTime.FirstMillisecond)
        {
            var up = given.Operator is QueryOperator.Less or QueryOperator.GreaterOrEqual;
            return (long)(up ? Math.Ceiling(seconds) : Math.Floor(seconds));
        }

        var digits = seconds.ToString("F0", CultureInfo.InvariantCulture);
        throw Wrong($"gives {digits}, which is a number of milliseconds: Intercom counts seconds and would find nothing", $"Give {digits.Substring(0, digits.Length - 3)}, or a date.");
    }

    /// <summary>A bare field is a condition in PowerShell, and means that there is something.</summary>
    private string AsksForAny => $"{Takes(TypeWords())} To ask whether there is a value at all, compare with null: {given.Field} != null, or $_.{given.Field} -ne $null.";

    private string TypeWords() => field.Type switch
    {
        FieldType.String => field.Operators.HasFlag(QueryOperator.Contains) ? "text" : "an id",
        FieldType.Integer => "a whole number",
        FieldType.Float => "a decimal number",
        FieldType.Boolean => "true or false",
        FieldType.Date => "a date",
        _ => "an attribute",
    };

    private string Takes(string kind) => field.Type switch
    {
        FieldType.String when field.OnlyKnownValues => $"Give one of {string.Join(", ", field.KnownValues)}.",
        FieldType.Integer when FieldTables.KindOfId(field.Name) is { } item => $"Give the id of the {item}, which is a number.",
        FieldType.Integer => $"Give {kind} such as 42.",
        FieldType.Float => $"Give {kind} such as 4.5.",
        FieldType.Boolean => "Give true or false.",
        FieldType.Date => DateReader.Examples,
        _ => $"Give {kind}.",
    };

    private static string Described(object value) => value switch
    {
        string text => $"the text '{text}'",
        bool => "true or false",
        DateTimeOffset => "a date",
        _ => $"the number {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    private QueryException Wrong(string problem, string remedy) => new($"'{given}' {problem}.", remedy, given);

    private void Note(QueryNoteKind kind, string message, string? remedy = null) => notes?.Add(new QueryNote(kind, message, remedy, given));
}
