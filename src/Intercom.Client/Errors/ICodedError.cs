namespace Intercom;

/// <summary>An error with a stable code, from which its error id is made: <c>Intercom.</c> followed by the code.</summary>
public interface ICodedError
{
    /// <summary>The code, in snake_case, such as <c>unknown_field</c>.</summary>
    string Code { get; }
}
