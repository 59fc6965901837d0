using System.Collections;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomDataConnector share.</summary>
public abstract class DataConnectorFieldsCommand : IntercomWriteCommand
{
    private const string HeadersField = "headers";

    /// <summary>What the connector does. Fin decides by it when to use the connector.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>The HTTP method: get, post, put, delete or patch.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("get", "post", "put", "delete", "patch"), Body("http_method")]
    [ArgumentCompleter(typeof(HttpMethodCompleter))]
    public string? HttpMethod { get; set; }

    /// <summary>The address. Inputs are inserted with braces: https://api.example.com/orders/{{order_id}}.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("url")]
    public string? Url { get; set; }

    /// <summary>The body of the request. Inputs are inserted with braces.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>Whether Fin uses the connector by itself. Otherwise only workflows use it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("direct_fin_usage"), Truth]
    public bool? DirectFinUsage { get; set; }

    /// <summary>The kinds of people that it serves: users, leads and visitors.</summary>
    [Parameter, Alias("Audiences"), ValidateSet("users", "leads", "visitors"), Body("audiences")]
    public string[]? Audience { get; set; }

    /// <summary>
    /// The headers of the request, such as @{ Authorization = 'Bearer ...' }. The list replaces all headers. Values are not shown by
    /// -WhatIf, -Debug and the log of changes.
    /// </summary>
    [Parameter, Alias("Headers"), AllowEmptyCollection, Tables, Body(HeadersField)]
    public Hashtable[]? Header { get; set; }

    /// <summary>
    /// The inputs, such as @{ name = 'order_id'; type = 'string'; description = 'The number of the order'; required = $true }. Intercom
    /// requires a description. The list replaces all inputs.
    /// </summary>
    [Parameter, Alias("DataInputs"), AllowEmptyCollection, Tables, Body("data_inputs")]
    public Hashtable[]? DataInput { get; set; }

    /// <summary>Whether the customer must have proved who they are.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("customer_authentication"), Truth]
    public bool? CustomerAuthentication { get; set; }

    /// <summary>Whether the address is public, so that no authentication is sent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("bypass_authentication"), Truth]
    public bool? BypassAuthentication { get; set; }

    /// <summary>Whether the request is not sent without its required inputs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("validate_missing_attributes"), Truth]
    public bool? ValidateMissingAttributes { get; set; }

    /// <summary>A sample of the response, from which Intercom derives the fields of the response.</summary>
    [Parameter, Body("mock_response"), Table]
    public Hashtable? MockResponse { get; set; }

    /// <summary>The ids of the tokens that the request is sent with. The list replaces all tokens.</summary>
    [Parameter, Alias("TokenIds"), AllowEmptyCollection, Body("token_ids")]
    public string[]? TokenId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        foreach (var field in DataInput ?? [])
        {
            if (string.IsNullOrWhiteSpace($"{field["name"]}") || string.IsNullOrWhiteSpace($"{field["description"]}"))
            {
                throw CommandErrors.IncompleteInput($"{field["name"]}");
            }
        }
        if (Header is null) return base.PlanWork(input);
        var headers = Header.SelectMany(Pairs).ToList();
        // Intercom shows stars in place of values. Sent back, they would replace the values.
        if (headers.Find(header => header.Value.Length > 0 && header.Value.All(letter => letter == '*')) is { Name: { } masked })
        {
            throw CommandErrors.MaskedHeader(masked);
        }
        return base.PlanWork(input).Select(work => work.Change(body => body[HeadersField] = new JsonArray(
            [.. headers.Select(header => new JsonObject { ["name"] = header.Name, ["value"] = header.Value })])));
    }

    /// <summary>The headers of a table: one with name and value, or each name with its value.</summary>
    private static IEnumerable<(string Name, string Value)> Pairs(Hashtable table)
    {
        var given = new Hashtable(table, StringComparer.OrdinalIgnoreCase);
        if (given.Count == 2 && given.ContainsKey("name") && given.ContainsKey("value")) return [($"{given["name"]}", $"{given["value"]}")];
        return table.Cast<DictionaryEntry>().Select(pair => ($"{pair.Key}", $"{pair.Value}"));
    }
}

/// <summary>Completes HTTP methods.</summary>
internal sealed class HttpMethodCompleter() : WordCompleter("get", "post", "put", "delete", "patch");
