namespace Intercom.Client.Tests.Models;

public class MessageTests
{
    [Fact]
    public void Reads_messages_and_phone_switches()
    {
        var message = Wire.Read<Message>(
            """
            {"type": "admin_message", "id": 403, "created_at": 1704164645, "subject": "<b>Hi</b>",
             "body": "<p>There</p>", "message_type": "email", "conversation_id": null, "owner": {"type": "admin",
             "id": 9001, "name": "Grace"}}
            """);
        var started = Wire.Read<Message>(
            """{"type": "user_message", "id": 404, "body": "Where is it?", "message_type": "inapp", "conversation_id": 499}""");
        var phone = Wire.Read<PhoneSwitch>("""{"type": "phone_call_redirect", "url": "https://msg.example.org/1", "phone": "+3531"}""");

        Assert.Equal("Hi", message.ToString());
        Assert.Null(message.ConversationId);
        Assert.Equal("Grace", message.Owner!.ToString());
        Assert.Equal("499", started.ConversationId);
        Assert.Equal("Where is it?", started.ToString());
        Assert.Equal("+3531", phone.ToString());
    }
}
