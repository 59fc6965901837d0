using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample conversations in all states, of which the latest are a few hours old.</summary>
internal static class ConversationSamples
{
    private const int Conversations = SandboxOptions.FewestConversations;
    private const long Day = 86400;

    public static void Fill(Database data, Random random)
    {
        var contacts = data.Contacts.All.ToList();
        var admins = data.Admins.All.ToList();
        var tags = data.Tags.All.ToList();
        for (var i = 0; i < Conversations; i++)
        {
            var contact = contacts[random.Next(contacts.Count)];
            var (subject, question, answer) = SampleText.Questions[random.Next(SampleText.Questions.Length)];
            var channel = i % 4 == 3 ? "email" : "conversation";
            // Later conversations are more recent, and the last few are a few hours old.
            var at = data.Now - (Conversations - i) * 7 * 3600 - random.Next(3 * 3600);
            var conversation = ConversationRoutes.Make(
                data, contact, channel, channel == "email" ? $"<p>{subject}</p>" : "", $"<p>{question}</p>", at);
            conversation.Fields["title"] = subject;
            var admin = admins[random.Next(admins.Count)];
            if (i % 3 != 0)
            {
                ConversationActions.Assign(
                    data, conversation, admins[0], i % 7 == 1 ? null : admin, i % 7 == 1 ? data.Teams.All.First() : null, null, at + 300);
            }
            if (i % 4 != 0)
            {
                ConversationActions.AdminComment(data, conversation, admin, $"<p>{answer}</p>", at + random.Next(600, 5 * 3600));
                if (i % 5 == 0)
                {
                    ConversationActions.ContactComment(
                        data, conversation, contact, "<p>Thanks, but it still happens here.</p>", at + 5 * 3600 + random.Next(600, 3600));
                }
            }
            if (i % 6 == 0)
            {
                ConversationActions.AddPart(
                    data, conversation, "note", ConversationActions.Author(admin), "<p>Checked the logs, nothing unusual.</p>", at + 900);
            }
            if (random.Next(4) == 0) conversation.Linked("tags").Add(tags[random.Next(tags.Count)].Id);
            if (i % 9 == 0) conversation.Fields["priority"] = "priority";
            conversation.Fields["read"] = i % 4 != 0;
            var end = Math.Min(data.Now - 120, conversation.Number("updated_at") + random.Next(1800, 20 * 3600));
            switch (i % 10)
            {
                case 1 or 3 or 5 or 7 or 8:
                    ConversationActions.Close(data, conversation, admin, null, end);
                    if (i % 2 == 1)
                    {
                        conversation.Fields["conversation_rating"] = Shape.Of("conversation_rating", new JsonObject
                        {
                            ["rating"] = random.Next(2, 6), ["remark"] = i % 4 == 1 ? "Quick and friendly" : null,
                            ["created_at"] = end + 60, ["updated_at"] = end + 60,
                            ["contact"] = Lists.Reference("contact", contact.Id),
                            ["teammate"] = Lists.Reference("admin", admin.Id),
                        });
                    }
                    break;
                case 2 or 6:
                    ConversationActions.Snooze(data, conversation, admin, data.Now + random.Next(1, 9) * Day, end);
                    break;
            }
        }
    }
}
