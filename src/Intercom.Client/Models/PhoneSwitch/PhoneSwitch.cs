namespace Intercom;

/// <summary>What Intercom answers when a caller was sent to the Messenger by text message.</summary>
public sealed class PhoneSwitch : IntercomObject
{
    /// <summary>The telephone number that got the text message, in E.164 form.</summary>
    public string? Phone { get; set; }

    /// <summary>The address in the text message.</summary>
    public string? Url { get; set; }

    /// <summary>The telephone number.</summary>
    public override string ToString() => FirstOf(Phone, Url);
}
