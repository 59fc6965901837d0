namespace Intercom.Dates;

/// <summary>The direction of a parameter's dates, which decides what words such as monday mean.</summary>
internal enum DateDirection
{
    /// <summary>Anywhere. Words are not read, because a birthday or an import has a date of its own.</summary>
    None,

    /// <summary>In the future, such as the end of a snooze. A day without a time means 9:00.</summary>
    Ahead,

    /// <summary>In the past, such as the limit of a search. A day without a time means the whole day.</summary>
    Back,
}
