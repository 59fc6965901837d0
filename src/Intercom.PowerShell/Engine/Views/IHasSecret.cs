using System.Security;

namespace Intercom.PowerShell;

/// <summary>An output with a token, which only its view shows as a property.</summary>
internal interface IHasSecret
{
    /// <summary>The token.</summary>
    SecureString Secret { get; }
}
