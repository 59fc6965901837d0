namespace Intercom.Http;

/// <summary>What a repeat of an operation may do.</summary>
public enum RetryClass
{
    /// <summary>The operation only reads: it may be repeated at will.</summary>
    Safe,

    /// <summary>Repeating the operation leads to the same state, so it may be repeated.</summary>
    Idempotent,

    /// <summary>A repeat may send, create or count twice: it is repeated only when the first try was certainly not executed.</summary>
    Once,
}

/// <summary>How a list is cut into pages.</summary>
public enum PageShape
{
    /// <summary>One response contains the whole list.</summary>
    None,

    /// <summary>The cursor of the next page is sent as <c>starting_after</c> in the query.</summary>
    Cursor,

    /// <summary>The cursor of the next page is sent in the body's <c>pagination</c>.</summary>
    Search,

    /// <summary>Pages are numbered: <c>page</c> and <c>per_page</c>.</summary>
    Page,

    /// <summary>The cursor lives on the server: <c>scroll_param</c>, at an end when a page is empty.</summary>
    Scroll,

    /// <summary><c>pages.next</c> is the address of the next page.</summary>
    Link,

    /// <summary><c>next_cursor</c> and <c>has_more</c> are at the root of the response. The cursor is sent as <c>cursor</c>.</summary>
    Next,

    /// <summary>Pages are numbered, and <c>page</c> and <c>per_page</c> are sent at the root of the body.</summary>
    Body,

    /// <summary>The shape of the first response, for requests that the user writes.</summary>
    Auto,
}
