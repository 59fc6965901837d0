namespace Intercom.PowerShell;

/// <summary>Telephone numbers in E.164 format.</summary>
internal static class PhoneNumber
{
    /// <summary>Checks a number, which may contain spaces, dashes and parentheses.</summary>
    /// <exception cref="ArgumentException">The text is not a telephone number with its country code.</exception>
    public static void Check(string text)
    {
        var digits = text.Count(char.IsDigit);
        if (text.TrimStart()[0] != '+' || digits is < 7 or > 15
            || text.Any(letter => !char.IsDigit(letter) && letter is not ('+' or ' ' or '-' or '(' or ')')))
        {
            throw CommandErrors.InvalidPhone(text);
        }
    }

    /// <summary>The number with its digits only, after the plus sign.</summary>
    /// <exception cref="ArgumentException">The text is not a telephone number with its country code.</exception>
    public static string Plain(string text)
    {
        Check(text);
        return "+" + new string(text.Where(char.IsDigit).ToArray());
    }
}
