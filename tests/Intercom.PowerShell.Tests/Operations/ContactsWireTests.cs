using System.Web;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for contacts, companies, data and admins send, to the letter.</summary>
public sealed class ContactsWireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public ContactsWireTests() => _server.Connect(_shell);

    [Theory]
    [InlineData("Merge-IntercomContact l1 -Into u1 -Confirm:$false", """POST /contacts/merge {"from":"l1","into":"u1"}""")]
    [InlineData(
        "[Intercom.Contact]@{ Id = 'l1'; Role = 'lead' } | Merge-IntercomContact -Into ([Intercom.Contact]@{ Id = 'u1' }) -Confirm:$false",
        """POST /contacts/merge {"from":"l1","into":"u1"}""")]
    [InlineData("Disable-IntercomContact c1", "POST /contacts/c1/archive")]
    [InlineData("Archive-IntercomContact c1", "POST /contacts/c1/archive")]
    [InlineData("Enable-IntercomContact c1", "POST /contacts/c1/unarchive")]
    [InlineData("Block-IntercomContact c1 -Confirm:$false", "POST /contacts/c1/block")]
    [InlineData("Get-IntercomContact -CompanyId c81", "GET /companies/c81/contacts?per_page=50")]
    [InlineData("[Intercom.Company]@{ Id = 'c81' } | Get-IntercomContact", "GET /companies/c81/contacts?per_page=50")]
    [InlineData("Get-IntercomNote 31", "GET /notes/31")]
    [InlineData("[Intercom.Contact]@{ Id = 'c1' } | Get-IntercomNote -ErrorAction Ignore", "GET /contacts/c1/notes?per_page=50")]
    [InlineData("Get-IntercomSegment -IncludeCount", "GET /segments?include_count=true")]
    [InlineData("Get-IntercomSegment 65e0c3000000000000000001", "GET /segments/65e0c3000000000000000001")]
    [InlineData("[Intercom.Contact]@{ Id = 'c1' } | Get-IntercomSegment -ErrorAction Ignore", "GET /contacts/c1/segments")]
    [InlineData("[Intercom.Company]@{ Id = 'c81' } | Get-IntercomSegment", "GET /companies/c81/segments")]
    [InlineData("Get-IntercomSubscriptionType", "GET /subscription_types")]
    [InlineData("Get-IntercomSubscriptionType -ContactId c1 -ErrorAction Ignore", "GET /contacts/c1/subscriptions")]
    [InlineData("Add-IntercomContactSubscription 301 opt_out -ContactId c1",
        """POST /contacts/c1/subscriptions {"id":"301","consent_type":"opt_out"}""")]
    [InlineData("Remove-IntercomContactSubscription 301 -ContactId c1", "DELETE /contacts/c1/subscriptions/301")]
    [InlineData("Get-IntercomVisitor v-1", "GET /visitors?user_id=v-1")]
    [InlineData("Set-IntercomVisitor v1 -Name Zoe", """PUT /visitors {"id":"v1","name":"Zoe"}""")]
    [InlineData("Set-IntercomVisitor -UserId v-1 -Name Zoe", """PUT /visitors {"user_id":"v-1","name":"Zoe"}""")]
    [InlineData("[Intercom.Visitor]@{ Id = 'v1'; UserId = 'v-1'; Name = 'Old' } | Set-IntercomVisitor -Name Zoe",
        """PUT /visitors {"id":"v1","name":"Zoe"}""")]
    [InlineData("Convert-IntercomVisitor v1 -Email a@b.c",
        """POST /visitors/convert {"visitor":{"id":"v1"},"type":"user","user":{"email":"a@b.c"}}""")]
    [InlineData("Convert-IntercomVisitor -UserId v-1 -Role lead -ContactId c1",
        """POST /visitors/convert {"visitor":{"user_id":"v-1"},"type":"lead","user":{"id":"c1"}}""")]
    [InlineData("Set-IntercomCompany c81 -Name New -MonthlySpend 5", """PUT /companies/c81 {"name":"New","monthly_spend":5}""")]
    [InlineData("[Intercom.Company]@{ Id = 'c81'; Name = 'Old'; Website = 'x' } | Set-IntercomCompany -Plan pro",
        """PUT /companies/c81 {"plan":"pro"}""")]
    [InlineData("Remove-IntercomCompany c81 -Confirm:$false", "DELETE /companies/c81")]
    [InlineData("Get-IntercomCompany -Scroll", "GET /companies/scroll")]
    [InlineData("Add-IntercomTag vip -CompanyId c81, c82 -ThrottleLimit 1", """POST /tags {"name":"VIP","companies":[{"id":"c81"}]}""",
        """POST /tags {"name":"VIP","companies":[{"id":"c82"}]}""")]
    [InlineData("[Intercom.Company]@{ Id = 'c81' } | Add-IntercomTag 71", """POST /tags {"name":"VIP","companies":[{"id":"c81"}]}""")]
    [InlineData("[Intercom.Company]@{ Id = 'c81' } | Remove-IntercomTag vip",
        """POST /tags {"name":"VIP","companies":[{"id":"c81","untag":true}]}""")]
    [InlineData("Set-IntercomTag vip 'Very important'", """POST /tags {"id":"71","name":"Very important"}""")]
    [InlineData("[Intercom.Tag]@{ Id = '72'; Name = 'Churn risk' } | Set-IntercomTag -Name Leaving",
        """POST /tags {"id":"72","name":"Leaving"}""")]
    [InlineData("Get-IntercomDataAttribute -Model contact -IncludeArchived", "GET /data_attributes?model=contact&include_archived=true")]
    [InlineData("New-IntercomDataAttribute seats contact integer -Description 'How many'",
        """POST /data_attributes {"name":"seats","model":"contact","data_type":"integer","description":"How many"}""")]
    [InlineData("New-IntercomDataAttribute size company -Option small, large",
        """POST /data_attributes """
        + """{"name":"size","model":"company","data_type":"options","options":[{"value":"small"},{"value":"large"}]}""")]
    [InlineData("Set-IntercomDataAttribute 801 -Archived $true", """PUT /data_attributes/801 {"archived":true}""")]
    [InlineData("Get-IntercomCustomObject Order 24", "GET /custom_object_instances/Order/24")]
    [InlineData("Get-IntercomCustomObject Order -ExternalId 'A 1'", "GET /custom_object_instances/Order?external_id=A%201")]
    [InlineData("Set-IntercomCustomObject Order A-1 -ExternalCreatedAt 2009-02-13T23:31:30Z -CustomAttribute @{ total = 9.5 }",
        """POST /custom_object_instances/Order {"external_id":"A-1","external_created_at":1234567890,"custom_attributes":{"total":9.5}}""")]
    [InlineData("[Intercom.CustomObject]@{ Id = '24'; ExternalId = 'A-1'; Type = 'Order' } | Remove-IntercomCustomObject -Confirm:$false",
        "DELETE /custom_object_instances/Order/24")]
    [InlineData("Remove-IntercomCustomObject Order -ExternalId A-1 -Confirm:$false",
        "DELETE /custom_object_instances/Order?external_id=A-1")]
    [InlineData("Send-IntercomEventSummary placed-order 3 -ExternalId u1 -Last 2009-02-13T23:31:30Z",
        """POST /events/summaries {"event_summaries":{"event_name":"placed-order","count":3,"last":1234567890},"user_id":"u1"}""")]
    [InlineData("Get-IntercomAdminActivity 2009-02-13T23:31:30Z -Before 2009-02-13T23:31:40Z",
        "GET /admins/activity_logs?created_at_after=1234567890&created_at_before=1234567900")]
    [InlineData("Set-IntercomAdminStatus 99 $false", """PUT /admins/99/away {"away_mode_enabled":false,"away_mode_reassign":false}""")]
    [InlineData("Set-IntercomAdminStatus 2 $true -AwayReasonId 401",
        """PUT /admins/2/away {"away_mode_enabled":true,"away_status_reason_id":401,"away_mode_reassign":false}""")]
    [InlineData("Get-IntercomAwayReason", "GET /away_status_reasons")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests)
    {
        var outcome = _shell.Run(command);
        Assert.Equal(requests.Select(Received.Sorted), _server.Calls);
        if (!command.Contains("Ignore", StringComparison.Ordinal)) Assert.Empty(outcome.Errors);
    }

    [Theory]
    [InlineData("[Intercom.Contact]@{ Id = 'u2'; Role = 'user' } | Merge-IntercomContact -Into u1 -Confirm:$false", "merged_user")]
    [InlineData("Merge-IntercomContact u1 -Into u1 -Confirm:$false", "merged_into_itself")]
    [InlineData("Add-IntercomContactSubscription 301 maybe -ContactId c1", "not_one_of")]
    [InlineData("Convert-IntercomVisitor v1", "visitor_without_contact")]
    [InlineData("Set-IntercomCompany c81 -MonthlySpend -1", "negative_number")]
    [InlineData("Add-IntercomTag nosuchtag -CompanyId c81", "name_not_found")]
    [InlineData("Add-IntercomTag vip -CompanyId 'a/b'", "invalid_id")]
    [InlineData("New-IntercomDataAttribute size company options", "list_without_options")]
    [InlineData("New-IntercomDataAttribute size company -Option one", "too_few_options")]
    [InlineData("New-IntercomDataAttribute size company string -Option one, two", "options_without_list")]
    [InlineData("New-IntercomDataAttribute size conversation", "not_one_of")]
    [InlineData("Send-IntercomEventSummary placed-order 0 -ExternalId u1", "invalid_event_count")]
    [InlineData("Send-IntercomEventSummary placed-order 2 -ExternalId u1 -First 2024-02-01 -Last 2024-01-01", "reversed_range")]
    [InlineData("Get-IntercomAdminActivity 2024-02-01 -Before 2024-01-01", "empty_range")]
    [InlineData("Set-IntercomAdminStatus 2 $true -AwayReasonId soon", "not_a_numeric_id")]
    [InlineData("[Intercom.DataAttribute]@{ Name = 'email' } | Set-IntercomDataAttribute -Archived $true", "InputObjectMissingMandatory")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code)
    {
        var error = _shell.Run(command).Error;
        Assert.Equal(code, error.Code());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void WhatIf_sends_nothing_and_high_impact_asks()
    {
        _shell.Do("""
            Merge-IntercomContact l1 -Into u1 -WhatIf; Disable-IntercomContact c1 -WhatIf; Add-IntercomTag vip -CompanyId c81 -WhatIf;
            Set-IntercomTag vip x -WhatIf; Remove-IntercomCompany c81 -WhatIf
            Remove-IntercomCustomObject Order 24 -WhatIf; Set-IntercomCustomObject Order A-1 -WhatIf;
            Set-IntercomVisitor v1 -Name x -WhatIf; Set-IntercomAdminStatus 2 $true -WhatIf
            """);
        // The hosted engine has nobody to ask: the question itself is the error.
        foreach (var command in new[] { "Merge-IntercomContact l1 -Into u1", "Block-IntercomContact c1", "Remove-IntercomCompany c81",
            "Remove-IntercomCustomObject Order 24" }) Assert.NotEmpty(_shell.Run(command).Errors);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Past_ten_thousand_companies_the_list_goes_on_as_a_scroll_without_repeating_any()
    {
        const int total = 10_130;
        _server.Answer = request =>
        {
            var query = HttpUtility.ParseQueryString(request.Path.Contains('?', StringComparison.Ordinal)
                ? request.Path[request.Path.IndexOf('?', StringComparison.Ordinal)..] : "");
            var scroll = request.Path.StartsWith("/companies/scroll", StringComparison.Ordinal);
            var page = scroll ? int.Parse(query["scroll_param"] ?? "1", System.Globalization.CultureInfo.InvariantCulture)
                : int.Parse(query["page"] ?? "1", System.Globalization.CultureInfo.InvariantCulture);
            var size = scroll ? 1000 : 50;
            // The scroll has another order than the list.
            var ids = Enumerable.Range((page - 1) * size, size).Where(i => i < total).Select(i => scroll ? total - 1 - i : i);
            var items = string.Join(",", ids.Select(i => $$"""{"type":"company","id":"{{i}}"}"""));
            if (!scroll && page * size > 10_000)
                return (400, """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"page limit"}]}""");
            return (200, scroll ? $$"""{"type":"list","data":[{{items}}],"scroll_param":"{{page + 1}}"}"""
                : $$"""{"type":"list","data":[{{items}}],"total_count":{{total}},"pages":{"page":{{page}},"per_page":50,"total_pages":"""
                + $$"""{{(total + 49) / 50}} } }""");
        };
        var outcome = _shell.Do("Get-IntercomCompany");
        Assert.Equal(total, outcome.Values("Id").Distinct().Count());
        Assert.Equal(total, outcome.Output.Count);

        _server.Forget();
        Assert.Equal(3, _shell.Do("Get-IntercomCompany -First 3").Output.Count);
        Assert.Single(_server.Calls);
        _server.Forget();
        Assert.Equal(["9999", "10129", "10128"], _shell.Do("Get-IntercomCompany -Skip 9999 -First 3").Values("Id"));
    }

    [Fact]
    public void Every_stated_operation_is_in_the_offline_table()
    {
        var listed = _shell.Do("Get-IntercomConnection | Disconnect-Intercom; Get-IntercomOperation").Output;
        Assert.Equal(BuiltModule.Cmdlets.Sum(command => BuiltModule.Attributes(command, "Operation").Count()), listed.Count);
        var scroll = Assert.Single(_shell.Do("Get-IntercomOperation companies/scroll").Output);
        Assert.Equal(("GET", "Get-IntercomCompany", "Scroll", "Once", "Scroll"),
            (scroll.Properties["Method"].Value, scroll.Properties["Cmdlet"].Value, scroll.Properties["ParameterSet"].Value,
            scroll.Properties["Retry"].Value, scroll.Properties["Paging"].Value));
        Assert.Empty(_server.Calls);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
