using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The text message that leads callers to the Messenger.</summary>
internal static class PhoneSwitchRoutes
{
    public static void Add(Router router)
    {
        router.Add("POST", "phone_call_redirects", Redirect);
    }

    private static Reply Redirect(Call call)
    {
        var phone = call.Body["phone"]?.ToString() ?? "";
        // The errors of this operation have their own shape.
        if (phone.Length < 8
            || phone[0] != '+'
            || phone.Skip(1).Any(letter => !char.IsDigit(letter) && letter is not (' ' or '-' or '(' or ')')))
        {
            return Reply.With(400, new JsonObject { ["error_key"] = "invalid_phone_number", ["message"] = "Invalid phone number" });
        }
        var number = call.Data.NextNumber("phone_switches", 1);
        return Shape.Of("phone_call_redirect", new JsonObject
        {
            ["url"] = "http://via.sandbox.invalid/msgr/" + number, ["phone"] = phone,
        });
    }
}
