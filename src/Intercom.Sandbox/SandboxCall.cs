namespace Intercom.Sandbox;

/// <summary>A request to the sandbox.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path, still escaped, without query.</param>
/// <param name="Query">The query, still escaped, without the question mark.</param>
/// <param name="Body">The body's text. Null for a request without a body.</param>
/// <param name="Headers">The headers.</param>
public sealed record SandboxRequest(string Method, string Path, string Query, string? Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>An answer of the sandbox.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record SandboxResponse(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>A request to the sandbox and its effect, for tests that count on the server's side.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The query.</param>
/// <param name="Body">The body's text.</param>
/// <param name="Status">The status of the response. 0 when the connection was broken.</param>
/// <param name="Executed">True when the call was executed, regardless of its response.</param>
public sealed record SandboxCall(string Method, string Path, string Query, string? Body, int Status, bool Executed);
