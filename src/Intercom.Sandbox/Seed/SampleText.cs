namespace Intercom.Sandbox.Seed;

/// <summary>The texts of the sample workspace. All names are invented, and all addresses end in .example, a reserved domain.</summary>
internal static class SampleText
{
    public static readonly (string Name, string Email, string Title, int Team)[] Admins =
    [
        ("Mara Lindqvist", "mara@sandbox.example", "Head of Support", 0),
        ("Tomás Herrera", "tomas@sandbox.example", "Support Engineer", 0),
        ("Ines Okafor", "ines@sandbox.example", "Support Engineer", 0),
        ("Jonas Weber", "jonas@sandbox.example", "Billing Specialist", 1),
        ("Priya Raman", "priya@sandbox.example", "Customer Success Manager", 1),
        ("Ewan Baird", "ewan@sandbox.example", "Customer Success Manager", 1),
    ];

    public static readonly string[] Teams = ["Support", "Billing"];

    public static readonly string[] Tags = [
        "VIP", "Bug report", "Feature request", "Billing", "Churn risk", "Onboarding", "Refund", "Security", "Mobile",
        "Beta tester", "Newsletter", "Urgent"];

    public static readonly string[] Plans = ["free", "pro", "premium", "enterprise"];

    public static readonly (string Model, string Name, string Type)[] Attributes =
    [
        ("contact", "plan", "string"), ("contact", "seats", "integer"), ("contact", "trial", "boolean"),
        ("contact", "signup_date", "date"), ("contact", "score", "float"),
        ("company", "paid_subscriber", "boolean"), ("company", "region", "string"), ("conversation", "issue_type", "string"),
    ];

    public static readonly (string Name, string Industry)[] Companies =
    [
        ("Alder Works", "Manufacturing"), ("Bluefin Logistics", "Transport"), ("Cinder Labs", "Software"),
        ("Drift Harbor", "Travel"), ("Elm Street Media", "Media"), ("Fernway Foods", "Food"),
        ("Granite Peak", "Construction"),
        ("Hollow Oak", "Design"), ("Iris Health", "Healthcare"), ("Juniper Bank", "Finance"), ("Kestrel Air", "Travel"),
        ("Lumen Schools", "Education"), ("Maple Legal", "Legal"), ("Northwind Post", "Transport"),
        ("Opal Retail", "Retail"),
        ("Pinecrest Games", "Software"), ("Quarry Metals", "Manufacturing"), ("Riverbend Energy", "Energy"),
        ("Saffron Kitchens", "Food"), ("Tidewater Labs", "Research"),
    ];

    public static readonly string[] FirstNames = [
        "Ada", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jade", "Kofi", "Lena", "Mateo",
        "Nadia", "Omar", "Petra", "Quinn", "Rosa", "Sven", "Tala", "Uma", "Viktor", "Wren", "Yuki", "Zoë"];

    public static readonly string[] LastNames = [
        "Albright", "Bianchi", "Castellan", "Duarte", "Eriksen", "Fontaine", "Grady", "Holm", "Ibarra", "Jansen",
        "Kovac", "Larsen", "Moreau", "Novak", "Osei", "Park", "Quist", "Rossi", "Silva", "Tanaka"];

    public static readonly (string City, string Region, string Country)[] Places =
        [
            ("Dublin", "Leinster", "Ireland"), ("Lisbon", "Lisboa", "Portugal"), ("Hamburg", "Hamburg", "Germany"),
            ("Toronto", "Ontario", "Canada"), ("Austin", "Texas", "United States"),
            ("Sydney", "New South Wales", "Australia"), ("Osaka", "Osaka", "Japan")];

    public static readonly string[] Events = [
        "signed-in", "invited-teammate", "placed-order", "upgraded-plan", "exported-report", "read-changelog"];

    public static readonly string[] Notes = [
        "Asked for an invoice in another currency.",
        "Interested in the enterprise plan, follow up next week.",
        "Prefers e-mail to chat.",
        "Met at the conference in May."];

    public static readonly (string Subject, string Question, string Answer)[] Questions =
    [
        (
            "Password reset",
            "The link in the password mail says it has expired. What can I do?",
            "I have just sent you a fresh link; it is good for 24 hours."),
        (
            "Invoice for March",
            "Could you send the March invoice again? Our accountant needs it.",
            "Of course, it is on its way to your billing address."),
        (
            "Export is empty",
            "When I export the report to CSV the file has only the header line.",
            "Thanks for the report. Which date range did you choose?"),
        (
            "Change the owner",
            "Our admin has left. How do we make somebody else the owner?",
            "Any admin can do this under Settings, Team. Shall I do it for you?"),
        (
            "App crashes on start",
            "Since this morning the app closes as soon as I open it on my phone.",
            "We have found the cause; version 4.2.1 is in the store now."),
        (
            "Upgrade to premium",
            "We would like to go from pro to premium with 25 seats.",
            "Great! I have prepared the change, it takes effect at once."),
        (
            "API rate limit",
            "We get status 429 from your API every evening around eight.",
            "Your nightly job sends all its calls in one minute; spread over five it fits."),
        ("Refund", "We were charged twice this month.", "Sorry about that. The second charge goes back to your card within five days."),
        ("Single sign-on", "Do you support SAML, and is it in our plan?", "Yes, with the enterprise plan. I can set up a trial of it."),
        ("Dark mode", "Is there a dark mode planned? My eyes would thank you.", "It is in beta; I have switched it on for you."),
        (
            "Import contacts",
            "How can I import 3,000 contacts from a spreadsheet?",
            "Use Import under Contacts; the columns are matched by name."),
        (
            "Data protection",
            "Where is our data stored, and can you sign a processing agreement?",
            "In the region you chose at sign-up. The agreement is attached."),
    ];

    public static readonly (string Title, string Text)[] InternalArticles =
    [
        ("Refund policy", "Up to 100 euros support may refund at once; above that ask Billing."),
        ("Escalations", "Security reports go to the on-call engineer within the hour."),
        ("Tone of voice", "Friendly, short, and never sorry twice."),
        ("On-call rota", "The rota changes on Mondays at nine."), ("Trial extensions", "Two weeks once, with a note on the contact."),
    ];

    public static readonly string[] Articles =
    [
        "Getting started", "Invite your team", "Roles and permissions", "Reset your password",
        "Two-factor authentication", "Single sign-on with SAML", "Import contacts", "Export your data",
        "Create a report", "Share a report", "Schedule a report", "Understand your invoice",
        "Change your plan", "Cancel your subscription", "Refunds", "Add a payment method", "Use the mobile app",
        "Notifications", "Keyboard shortcuts", "Dark mode", "Connect your calendar", "Connect a spreadsheet",
        "Webhooks", "API tokens", "API rate limits",
        "Custom fields", "Tags and segments", "Data retention", "Delete your account", "Report a security issue",
        "Service status", "Known issues",
    ];
}
