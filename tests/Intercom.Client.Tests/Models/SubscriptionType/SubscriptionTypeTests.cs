namespace Intercom.Client.Tests.Models;

public class SubscriptionTypeTests
{
    [Fact]
    public void Reads_a_subscription_type()
    {
        var type = Wire.Read<SubscriptionType>("""
            {"type": "subscription", "id": 4, "state": "live", "consent_type": "opt_in", "content_types": ["email",
             "sms_message"], "default_translation": {"name": "News", "description": "Monthly", "locale": "en"},
             "translations": [{"name": "News", "locale": "en"}, {"name": "Nachrichten", "locale": "de"}]}
            """);

        Assert.Equal("4", type.Id);
        Assert.Equal("opt_in", type.ConsentType);
        Assert.Equal("email, sms_message", type.ContentTypes!.ToString());
        Assert.Equal("News", type.Name);
        Assert.Equal("News, Nachrichten", type.Translations!.ToString());
        Assert.Equal("de", type.Translations[1].Locale);
        Assert.DoesNotContain("\"name\":\"News\",\"type\"", Wire.Write(type));
    }
}
