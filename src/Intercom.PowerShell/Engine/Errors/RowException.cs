namespace Intercom.PowerShell;

/// <summary>A column of a piped row holds what its parameter cannot take: the error <c>Intercom.invalid_column</c>, with the row as its target.</summary>
public sealed class RowException : ArgumentException
{
    /// <summary>Says which column, what it holds, what is wrong and what to do.</summary>
    public RowException(string message, Exception? inner = null) : base(message, inner) { }
}
