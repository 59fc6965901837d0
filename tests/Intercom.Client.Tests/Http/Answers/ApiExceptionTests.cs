using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>What an error of Intercom says about another object.</summary>
public class ApiExceptionTests
{
    private static IntercomApiException Conflict(int status, params ApiError[] errors) => new("x") { StatusCode = status, Errors = errors };

    private static ApiError Error(string? message, string? contact = null) =>
        new("conflict", message, Data: contact is null ? null : new AttributeBag { ["contact_id"] = contact });

    [Fact]
    public void A_conflict_names_the_object_that_exists()
    {
        Assert.Equal("65c0", Conflict(409, Error("x", "65c0")).ExistingId);
        Assert.Equal("65c0-a_1", Conflict(409, Error("A contact matching those details already exists with id=65c0-a_1.")).ExistingId);
        Assert.Equal("7", Conflict(409, Error("id=7 exists")).ExistingId);
        Assert.Equal("8", Conflict(409, Error("nothing"), Error(null), Error("id=8")).ExistingId);
        Assert.Null(Conflict(409, Error("nothing")).ExistingId);
        Assert.Null(Conflict(409).ExistingId);
        Assert.Null(Conflict(422, Error("id=7", "65c0")).ExistingId);
    }

    [Fact]
    public void A_conflict_with_an_archived_contact_is_known()
    {
        Assert.True(Conflict(409, Error("x"), Error("An Archived Contact matching those details already exists")).IsExistingArchived);
        Assert.True(Conflict(409, Error("archived contact")).IsExistingArchived);
        Assert.False(Conflict(409, Error("A contact exists"), Error(null)).IsExistingArchived);
        Assert.False(Conflict(400, Error("archived contact")).IsExistingArchived);
    }

    [Theory]
    [InlineData(410, "Link", "<https://api.intercom.io/contacts/65c0-a_1>; rel=\"canonical\"", "65c0-a_1")]
    [InlineData(410, "link", "</contacts/65c0>; rel=\"canonical\"", "65c0")]
    [InlineData(410, "link", "/contacts/65c0;canonical", "65c0")]
    [InlineData(404, "Link", "</contacts/65c0>; rel=\"canonical\"", null)]
    [InlineData(410, "Link", "</contacts/65c0>; rel=\"next\"", null)]
    [InlineData(410, "Link", "</companies/65c0>; rel=\"canonical\"", null)]
    [InlineData(410, "X-Link", "</contacts/65c0>; rel=\"canonical\"", null)]
    public void A_merged_contact_names_what_it_has_become(int status, string header, string value, string? id)
    {
        var failure = new IntercomApiException("x") { StatusCode = status, Headers = new Dictionary<string, string> { [header] = value } };
        Assert.Equal(id, failure.MergedInto);
    }

    [Fact]
    public void An_error_without_an_answer_has_no_details()
    {
        var failure = new IntercomApiException("x");
        Assert.Equal(("unknown", "", "", 0, 1), (failure.Code, failure.Method, failure.Path, failure.StatusCode, failure.Attempts));
        Assert.Empty(failure.Headers);
        Assert.Empty(failure.Errors);
    }
}
