namespace Intercom.PowerShell;

/// <content>Data connectors.</content>
internal static partial class CommandErrors
{
    public static ArgumentException MaskedHeader(string header) => Invalid(
        "masked_header",
        $"The value of the header '{header}' consists of stars, which Intercom shows in place of the real value.",
        "Specify -Header with the real values. With Set-IntercomDataConnector, omit -Header to keep the headers.");

    public static ArgumentException IncompleteInput(string name) => Invalid(
        "incomplete_input",
        $"The input '{name}' of the connector does not have a name or a description.",
        "Specify both: @{ name = 'order_id'; type = 'string'; description = 'The number of the order' }.");
}
