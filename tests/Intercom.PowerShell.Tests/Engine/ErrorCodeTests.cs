namespace Intercom.PowerShell.Tests.Engine;

/// <summary>Every error code that Intercom documents: which category it has, and what a person is told to do.</summary>
public sealed class ErrorCodeTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public ErrorCodeTests() => _server.Connect(_shell);

    [Theory]
    // The codes of the examples and the prose of API 2.14.
    [InlineData(404, "admin_not_found", ErrorCategory.ObjectNotFound, "Get-IntercomAdmin")]
    [InlineData(403, "api_plan_restricted", ErrorCategory.PermissionDenied, "plan")]
    [InlineData(404, "assignee_not_found", ErrorCategory.ObjectNotFound, "Get-IntercomTeam")]
    [InlineData(422, "away_status_reason_mandatory", ErrorCategory.InvalidArgument, "Get-IntercomAwayReason")]
    [InlineData(400, "bad_request", ErrorCategory.InvalidArgument, "-Debug")]
    [InlineData(404, "company_not_found", ErrorCategory.ObjectNotFound, "-ExternalCompanyId")]
    [InlineData(400, "contact_company_limit_exceeded", ErrorCategory.LimitsExceeded, "Remove-IntercomContactCompany")]
    [InlineData(400, "conversation_id_limit_exceeded", ErrorCategory.LimitsExceeded, "20")]
    [InlineData(404, "conversation_part_or_message_not_found", ErrorCategory.ObjectNotFound, "Get-IntercomConversation")]
    [InlineData(422, "data_invalid", ErrorCategory.InvalidArgument, "Get-Help")]
    [InlineData(404, "field_not_found", ErrorCategory.ObjectNotFound, "Get-IntercomDataAttribute")]
    [InlineData(404, "job_not_found", ErrorCategory.ObjectNotFound, "start it again")]
    [InlineData(404, "not_found", ErrorCategory.ObjectNotFound, "Check the id")]
    [InlineData(400, "parameter_invalid", ErrorCategory.InvalidArgument, "Get-Help")]
    [InlineData(400, "parameter_mismatch", ErrorCategory.InvalidArgument, "back-office")]
    [InlineData(400, "parameter_not_found", ErrorCategory.InvalidArgument, "Specify the field")]
    [InlineData(400, "tag_has_dependent_objects", ErrorCategory.ResourceBusy, "segment")]
    [InlineData(404, "tag_not_found", ErrorCategory.ObjectNotFound, "Get-IntercomTag")]
    [InlineData(404, "team_not_found", ErrorCategory.ObjectNotFound, "Get-IntercomTeam")]
    [InlineData(404, "ticket_not_found", ErrorCategory.ObjectNotFound, "TicketNumber")]
    [InlineData(400, "ticket_state_id_invalid", ErrorCategory.InvalidArgument, "Get-IntercomTicketState")]
    [InlineData(401, "unauthorized", ErrorCategory.AuthenticationError, "Test-IntercomConnection")]
    [InlineData(400, "conversation_part_not_redactable", ErrorCategory.InvalidOperation, "If Redacted is true")]
    [InlineData(400, "INVALID_PARAMETER", ErrorCategory.InvalidArgument, "Get-Help")]
    // Codes of Intercom's guides and SDKs.
    [InlineData(400, "client_error", ErrorCategory.InvalidArgument, "Get-Help")]
    [InlineData(400, "type_mismatch", ErrorCategory.InvalidArgument, "Get-Help")]
    [InlineData(400, "parameter_missing", ErrorCategory.InvalidArgument, "Specify the field")]
    [InlineData(400, "missing_parameter", ErrorCategory.InvalidArgument, "Specify the field")]
    [InlineData(422, "unprocessable_entity", ErrorCategory.InvalidArgument, "Get-Help")]
    [InlineData(403, "action_forbidden", ErrorCategory.PermissionDenied, "Permissions")]
    [InlineData(403, "forbidden", ErrorCategory.PermissionDenied, "Permissions")]
    [InlineData(409, "conflict", ErrorCategory.ResourceExists, "-UpdateIfExists")]
    [InlineData(409, "resource_conflict", ErrorCategory.ResourceExists, "-UpdateIfExists")]
    [InlineData(400, "unique_company_constraint", ErrorCategory.ResourceExists, "Run the command again")]
    [InlineData(400, "unsupported", ErrorCategory.InvalidArgument, "Get-Help")]
    [InlineData(401, "token_revoked", ErrorCategory.AuthenticationError, "Create a token")]
    [InlineData(401, "token_blocked", ErrorCategory.AuthenticationError, "Create a token")]
    [InlineData(401, "token_suspended", ErrorCategory.AuthenticationError, "Create a token")]
    [InlineData(401, "token_expired", ErrorCategory.AuthenticationError, "Create a token")]
    [InlineData(401, "token_not_found", ErrorCategory.AuthenticationError, "Connect-Intercom")]
    [InlineData(401, "token_unauthorized", ErrorCategory.PermissionDenied, "Grant the app this permission")]
    [InlineData(401, "missing_authorization", ErrorCategory.AuthenticationError, "Connect-Intercom")]
    [InlineData(400, "job_closed", ErrorCategory.InvalidOperation, "Start a new job")]
    [InlineData(400, "not_restorable", ErrorCategory.InvalidOperation, "New-IntercomContact")]
    [InlineData(404, "team_unavailable", ErrorCategory.ObjectNotFound, "Get-IntercomTeam")]
    [InlineData(409, "unique_user_constraint", ErrorCategory.ResourceExists, "-UpdateIfExists")]
    [InlineData(400, "custom_data_limit_reached", ErrorCategory.LimitsExceeded, "Archive")]
    [InlineData(400, "invalid_document", ErrorCategory.InvalidArgument, "Get-Help")]
    [InlineData(400, "intercom_version_invalid", ErrorCategory.InvalidArgument, "-ApiVersion")]
    [InlineData(400, "scroll_exists", ErrorCategory.ResourceBusy, "a minute")]
    [InlineData(400, "invalid_sort_order", ErrorCategory.InvalidArgument, "-SortBy")]
    [InlineData(400, "invalid_field", ErrorCategory.InvalidArgument, "-UsePrintedNames")]
    // A code that nobody knows yet goes by its status.
    [InlineData(400, "brand_new", ErrorCategory.InvalidArgument, "Get-Help")]
    [InlineData(403, "brand_new", ErrorCategory.PermissionDenied, "Permissions")]
    [InlineData(404, "brand_new", ErrorCategory.ObjectNotFound, "Check the id")]
    [InlineData(409, "brand_new", ErrorCategory.ResourceExists, "Change the existing object")]
    public void A_documented_code_has_a_category_and_an_action(int status, string code, ErrorCategory category, string action)
    {
        _server.Answer = _ => (status, $$"""{"type":"error.list","request_id":"r1","errors":[{"code":"{{code}}","message":"Said so"}]}""");
        var error = _shell.Run("Set-IntercomContact c1 -Name x").Error;
        Assert.Equal(($"Intercom.{code},Intercom.PowerShell.SetContactCommand", category),
            (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal($"PUT contacts/c1 answered {status}: Said so. (request r1)", error.ToString());
    }

    [Theory]
    [InlineData("job_limit_exceeded", 429, ErrorCategory.ResourceBusy, "running job",
        """{"type":"error.list","errors":[{"code":"rate_limit_exceeded","message":"You have a job pending"}]}""")]
    public void A_limit_of_jobs_is_not_a_limit_of_calls(string code, int status, ErrorCategory category, string action, string body)
    {
        _server.Answer = _ => (status, body);
        var error = _shell.Run("Invoke-IntercomRequest tags POST -Body @{ name = 'x' }").Error;
        Assert.StartsWith("Intercom." + code, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(_server.Calls);
    }

    [Theory]
    [InlineData("New-IntercomContact a@b.c")]
    [InlineData("Get-IntercomContact c1")]
    [InlineData("Set-IntercomContact c1 -Name x -PassThru")]
    public void A_success_without_the_object_that_is_due_is_an_error(string command)
    {
        _server.Answer = _ => (200, "");
        var outcome = _shell.Run(command);
        Assert.StartsWith("Intercom.unreadable_answer", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("Get-IntercomContact", "Run the command again, and store the items in a variable")]
    [InlineData("Search-IntercomContact @{ role = 'user' }", "sort by created_at")]
    public void A_cursor_that_is_refused_says_how_to_go_on(string command, string says)
    {
        _server.Answer = request => request.ToString().Contains("starting_after", StringComparison.Ordinal)
            ? (400, """{"type":"error.list","errors":[{"code":"client_error","message":"starting_after is expired"}]}""")
            : (200,
                """{"type":"list","data":[{"type":"contact","id":"c1"}],"pages":{"type":"pages","next":{"per_page":1"""
                + ""","starting_after":"x"},"page":1,"total_pages":2}}""");
        var outcome = _shell.Run(command);
        Assert.Single(outcome.Output);
        Assert.StartsWith("Intercom.cursor_refused,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidResult, outcome.Error.CategoryInfo.Category);
        Assert.Contains(says, outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData("Search-IntercomContact @{ role = 'user' }", false)]
    [InlineData("Stop-IntercomDataExport 17 -Confirm:$false", true)]
    public void Only_what_changes_something_may_have_been_applied_and_only_what_was_not_repeated_is_said_not_to_be(string command,
        bool applied)
    {
        _server.Answer = _ =>
            _server.Requests.Count > 1 ? (422, """{"type":"error.list","errors":[{"code":"data_invalid","message":"No."}]}""") : (503, "");
        var error = _shell.Run(command).Error;
        Assert.Equal(2, _server.Calls.Count);
        Assert.Equal(applied, error.ErrorDetails.Message.Contains("An earlier try may have been applied", StringComparison.Ordinal));
        Assert.DoesNotContain("It was not retried", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
