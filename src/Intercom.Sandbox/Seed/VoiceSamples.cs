using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample calls of Fin Voice, the delivery of WhatsApp messages, and notes on companies.</summary>
internal static class VoiceSamples
{
    private const long Day = 86400;

    public static void Fill(Database data)
    {
        var call = FinVoiceCallRoutes.Make(data, "+353870000012", "call-1");
        call.Fields["status"] = "resolved";
        call.Fields["call_summary"] = "The caller asked for a copy of the last invoice.";
        foreach (var (conversation, status) in new[] { ("100117", "delivered"), ("100118", "failed"), ("100119", "read") })
        {
            MessageStatusRoutes.Make(data, "8801", conversation, status, data.Now - 2 * Day);
        }
        foreach (var company in data.Companies.All.Where(company => company.Text("company_id") is "juniper-bank" or "iris-health"))
        {
            NoteRoutes.MakeNote(data, company, data.Admins.Find("5005")!, "New contracts go through procurement.", data.Now - 40 * Day);
        }
    }
}
