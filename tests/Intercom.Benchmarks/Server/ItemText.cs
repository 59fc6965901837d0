using System.Text;

namespace Intercom.Benchmarks.Server;

/// <summary>Writes made-up contacts (about 2.5 KB) and conversations (about 3.3 KB), the same at every run.</summary>
internal static class ItemText
{
    /// <summary>The second at which item 0 was made; one item follows every <see cref="Step"/> seconds.</summary>
    public const long Start = 1_640_995_200;

    /// <summary>Seconds between two items: 20,000 of them fill about two and a half years.</summary>
    public const long Step = 4_000;

    private static readonly string[] FirstNames = ["Ada", "Björn", "Chloé", "Dmitri", "Efua", "Farid", "Grace", "Hana", "Inés", "Jomo",
        "Kaoru", "Lena"];
    private static readonly string[] LastNames = ["Abbott", "Brandt", "Castillo", "Dvořák", "Eriksen", "Fontaine", "Grünwald", "Hughes",
        "Ito", "Jansen", "Kowalski", "Lindqvist"];
    private static readonly string[] Cities = ["Lisbon", "Utrecht", "Nantes", "Aarhus", "Leipzig", "Cork", "Turin", "Porto"];
    private static readonly string[] Plans = ["free", "starter", "team", "business"];
    private static readonly string[] Sentences =
    [
        "The export stops after the third page and leaves the file half written.",
        "We changed the address of the invoice twice, and the old one comes back every month.",
        "Could you tell us which of the two plans covers the new office as well?",
        "After the update the report shows yesterday's figures until noon.",
        "Thank you, that helped; only the last step in the guide looks different here.",
        "A colleague was invited, but the link in her mail says that it has expired.",
    ];

    public static long CreatedAt(int index) => Start + index * Step;

    public static string ContactId(int index) => "65b" + index.ToString("x8", CultureInfo.InvariantCulture) + "c0ffee0000000";

    public static string ConversationId(int index) => (215_000_000_000_000L + index).ToString(CultureInfo.InvariantCulture);

    public static string Contact(int index)
    {
        var first = FirstNames[index % FirstNames.Length];
        var last = LastNames[index / FirstNames.Length % LastNames.Length];
        var created = CreatedAt(index);
        var seen = created + 86_400 * (1 + index % 90);
        var mail = $"person{index}@customer{index % 977}.example";
        var id = ContactId(index);
        var isLead = index % 5 == 0;
        return $$"""
            {"type":"contact","id":"{{id}}","workspace_id":"bench01","external_id":"crm-{{index:D7}}",
            "role":"{{(isLead ? "lead" : "user")}}","email":"{{mail}}","email_domain":"customer{{index % 977}}.example",
            "phone":"+3531555{{index:D5}}","name":"{{first}} {{last}}",
            "avatar":"https://static.bench.example/avatars/{{id}}/profile-128.png","owner_id":{{5_000_000 + index % 12}},
            "social_profiles":{"type":"list","data":[{"type":"social_profile","name":"Mastodon",
            "url":"https://social.example/@{{first}}{{index}}"},{"type":"social_profile","name":"GitHub",
            "url":"https://github.example/{{last}}{{index}}"}]},"has_hard_bounced":false,"marked_email_as_spam":false,
            "unsubscribed_from_emails":{{(index % 11 == 0 ? "true" : "false")}},"created_at":{{created}},"updated_at":{{seen + 3_600}},
            "signed_up_at":{{created + 60}},"last_seen_at":{{seen}},"last_replied_at":{{seen - 7_200}},
            "last_contacted_at":{{seen - 9_000}},"last_email_opened_at":{{seen - 8_000}},"last_email_clicked_at":null,
            "language_override":null,"browser":"firefox","browser_version":"1{{index % 30:D2}}.0.1","browser_language":"en-ie",
            "os":"Windows 11","location":{"type":"location","country":"Ireland","region":"Leinster",
            "city":"{{Cities[index % Cities.Length]}}","country_code":"IRL","continent_code":"EU"},"android_app_name":null,
            "android_app_version":null,"android_device":null,"android_os_version":null,"android_sdk_version":null,
            "android_last_seen_at":null,"ios_app_name":"Bench Mobile","ios_app_version":"4.{{index % 20}}.1","ios_device":"iPhone15,
            {{index % 5}}","ios_os_version":"17.{{index % 7}}","ios_sdk_version":"16.5.2","ios_last_seen_at":{{seen - 400}},
            "custom_attributes":{"plan":"{{Plans[index % Plans.Length]}}","seats":{{1 + index % 250}},
            "monthly_spend":{{index % 4_000 / 8.0:0.00}},"is_trial":{{(index % 7 == 0 ? "true" : "false")}},
            "renewal_at":{{created + 31_536_000}},"account_manager":"{{LastNames[index % 7]}}","industry":"Logistics and freight",
            "onboarding_step":"{{index % 9}} of 9","last_invoice":"INV-{{2022 + index % 4}}-{{index:D6}}",
            "crm_url":"https://crm.customer.example/accounts/{{index}}/overview"},"tags":{"type":"list",
            "data":[{"id":"{{7_100 + index % 40}}","type":"tag","url":"/tags/{{7_100 + index % 40}}"},{"id":"{{7_200 + index % 17}}",
            "type":"tag","url":"/tags/{{7_200 + index % 17}}"}],"url":"/contacts/{{id}}/tags","total_count":2,"has_more":false},
            "notes":{"type":"list","data":[],"url":"/contacts/{{id}}/notes","total_count":0,"has_more":false},"companies":{"type":"list",
            "data":[{"id":"64e{{index % 977:x8}}deadbeef00000","type":"company","url":"/companies/64e{{index % 977:x8}}deadbeef00000"}],
            "url":"/contacts/{{id}}/companies","total_count":1,"has_more":false},"opted_out_subscription_types":{"type":"list","data":[],
            "url":"/contacts/{{id}}/subscriptions","total_count":0,"has_more":false},"opted_in_subscription_types":{"type":"list",
            "data":[{"id":"{{310 + index % 3}}","type":"subscription","url":"/subscription_types/{{310 + index % 3}}"}],
            "url":"/contacts/{{id}}/subscriptions","total_count":1,"has_more":false},"utm_campaign":"spring-{{2022 + index % 4}}",
            "utm_content":"header-link","utm_medium":"email","utm_source":"newsletter","utm_term":null,
            "referrer":"https://www.customer{{index % 977}}.example/pricing?ref={{index}}","enabled_push_messaging":null}
            """.ReplaceLineEndings("");
    }

    public static string Conversation(int index)
    {
        var created = CreatedAt(index);
        var contact = ContactId(index);
        var body = new StringBuilder();
        for (var i = 0; i < 5; i++) body.Append("<p>").Append(Sentences[(index + i) % Sentences.Length]).Append("</p>");
        return $$$"""
            {"type":"conversation","id":"{{{ConversationId(index)}}}","created_at":{{{created}}},"updated_at":{{{created + 86_400}}},
            "waiting_since":{{{created + 80_000}}},"snoozed_until":null,"source":{"type":"conversation","id":"{{{900_000_000 + index}}}",
            "delivered_as":"customer_initiated","subject":"","body":"{{{body}}}","author":{"type":"user","id":"{{{contact}}}",
            "name":"{{{FirstNames[index % FirstNames.Length]}}} {{{LastNames[index % LastNames.Length]}}}",
            "email":"person{{{index}}}@customer{{{index % 977}}}.example"},"attachments":[{"type":"upload",
            "name":"screenshot-{{{index}}}.png","url":"https://files.bench.example/{{{index}}}/screenshot.png","content_type":"image/png",
            "filesize":{{{20_000 + index}}},"width":1280,"height":800}],
            "url":"https://app.customer{{{index % 977}}}.example/settings/billing","redacted":false},"contacts":{"type":"contact.list",
            "contacts":[{"type":"contact","id":"{{{contact}}}","external_id":"crm-{{{index:D7}}}"}]},
            "first_contact_reply":{"created_at":{{{created}}},"type":"conversation",
            "url":"https://app.customer{{{index % 977}}}.example/settings/billing"},"admin_assignee_id":{{{5_000_000 + index % 12}}},
            "team_assignee_id":{{{31 + index % 3}}},"open":{{{(index % 3 == 0 ? "true" : "false")}}},
            "state":"{{{(index % 3 == 0 ? "open" : "closed")}}}","read":true,"tags":{"type":"tag.list","tags":[{"type":"tag",
            "id":"{{{7_100 + index % 40}}}","name":"Topic {{{index % 40}}}","applied_at":{{{created + 500}}},"applied_by":{"type":"admin",
            "id":"{{{5_000_000 + index % 12}}}"}}]},"priority":"not_priority","sla_applied":{"type":"conversation_sla_summary",
            "sla_name":"Within four hours","sla_status":"hit"},"statistics":{"type":"conversation_statistics",
            "time_to_assignment":{{{40 + index % 300}}},"time_to_admin_reply":{{{400 + index % 3_000}}},
            "time_to_first_close":{{{4_000 + index % 30_000}}},"time_to_last_close":{{{5_000 + index % 40_000}}},
            "median_time_to_reply":{{{300 + index % 900}}},"first_contact_reply_at":{{{created}}},
            "first_assignment_at":{{{created + 40}}},"first_admin_reply_at":{{{created + 400}}},"first_close_at":{{{created + 4_000}}},
            "last_assignment_at":{{{created + 50}}},"last_assignment_admin_reply_at":{{{created + 410}}},
            "last_contact_reply_at":{{{created + 3_000}}},"last_admin_reply_at":{{{created + 3_900}}},
            "last_close_at":{{{created + 5_000}}},"last_closed_by_id":"{{{5_000_000 + index % 12}}}","count_reopens":{{{index % 3}}},
            "count_assignments":{{{1 + index % 2}}},"count_conversation_parts":{{{4 + index % 30}}}},
            "conversation_rating":{"rating":{{{1 + index % 5}}},"remark":"{{{Sentences[index % Sentences.Length]}}}",
            "created_at":{{{created + 6_000}}},"contact":{"type":"contact","id":"{{{contact}}}","external_id":"crm-{{{index:D7}}}"},
            "teammate":{"type":"admin","id":"{{{5_000_000 + index % 12}}}"}},"teammates":{"type":"admin.list","admins":[{"type":"admin",
            "id":"{{{5_000_000 + index % 12}}}"}]},"title":"{{{Sentences[(index + 2) % Sentences.Length]}}}",
            "custom_attributes":{"Area":"Billing","Severity":"{{{index % 4}}}","Order":"INV-{{{index:D6}}}","Language":"English"},
            "topics":{"type":"topic.list","topics":[{"type":"topic","id":"{{{60 + index % 9}}}","name":"Invoices"}],"total_count":1},
            "ticket":null,"linked_objects":{"type":"list","data":[],"total_count":0,"has_more":false},"ai_agent":null,
            "ai_agent_participated":false}
            """.ReplaceLineEndings("");
    }
}
