namespace Intercom.Client.Tests.Models;

public class LenientValuesTests
{
    private static readonly DateTime Expected = new(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("1704164645")]
    [InlineData("\"1704164645\"")]
    [InlineData("1704164645.0")]
    [InlineData("1704164645000")]
    [InlineData("\"1704164645000\"")]
    [InlineData("\"2024-01-02T03:04:05Z\"")]
    [InlineData("\"2024-01-02T04:04:05+01:00\"")]
    [InlineData("\"2024-01-02 03:04:05\"")]
    [InlineData("\"2024-01-02T03:04:05.000+00:00 \"")]
    public void A_date_is_read_in_every_form_into_local_time(string wire)
    {
        var date = Wire.Read<Contact>($$"""{"created_at": {{wire}}}""").CreatedAt;

        Assert.Equal(DateTimeKind.Local, date!.Value.Kind);
        Assert.Equal(Expected, date.Value.ToUniversalTime());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("true")]
    [InlineData("{\"a\": 1}")]
    [InlineData("[1]")]
    [InlineData("\"NaN\"")]
    public void A_value_that_is_not_a_date_is_read_as_null(string wire)
    {
        var contact = Wire.Read<Contact>($$"""{"created_at": {{wire}}, "name": "Ada"}""");

        Assert.Null(contact.CreatedAt);
        Assert.Equal("Ada", contact.Name);
    }

    [Fact]
    public void A_date_keeps_its_fraction_of_a_second() =>
        Assert.Equal(
            Expected.AddMilliseconds(250),
            Wire.Read<FinAnswer>("""{"created_at_ms": "2024-01-02T03:04:05.250Z"}""").CreatedAt!.Value.ToUniversalTime());

    [Theory]
    [InlineData("64632601013")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    [InlineData("\"1e300\"")]
    public void A_date_beyond_the_calendar_is_not_an_error(string wire) =>
        Assert.NotNull(Wire.Read<Conversation>($$"""{"waiting_since": {{wire}}}""").WaitingSince);

    [Fact]
    public void Nobody_waits_until_the_year_4018() =>
        Assert.Equal(4018, Wire.Read<Conversation>("""{"waiting_since": 64632601013}""").WaitingSince!.Value.Year);

    [Theory]
    [InlineData("\"991267\"", "991267")]
    [InlineData("991267", "991267")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    [InlineData("true", "true")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("null", null)]
    public void An_id_is_text_whatever_was_sent(string wire, string? id) =>
        Assert.Equal(id, Wire.Read<Contact>($$"""{"owner_id": {{wire}}}""").OwnerId);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"maybe\"", null)]
    [InlineData("null", null)]
    [InlineData("[true]", null)]
    public void A_flag_is_read_from_text_and_numbers_too(string wire, bool? flag) =>
        Assert.Equal(flag, Wire.Read<Conversation>($$"""{"read": {{wire}}}""").Read);

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("\"5\"", 5L)]
    [InlineData("5.0", 5L)]
    [InlineData("1e300", null)]
    [InlineData("\"many\"", null)]
    [InlineData("null", null)]
    public void A_count_is_read_from_text_too(string wire, long? count) =>
        Assert.Equal(count, Wire.Read<Company>($$"""{"user_count": {{wire}}}""").UserCount);

    [Theory]
    [InlineData("99.5", 99.5)]
    [InlineData("\"99.5\"", 99.5)]
    [InlineData("100", 100.0)]
    [InlineData("\"a lot\"", null)]
    public void A_number_is_read_from_text_too(string wire, double? number) =>
        Assert.Equal(number, Wire.Read<Company>($$"""{"monthly_spend": {{wire}}}""").MonthlySpend);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"none\"")]
    public void Attributes_that_are_not_a_map_are_empty(string wire) =>
        Assert.Empty(Wire.Read<Contact>($$"""{"custom_attributes": {{wire}}}""").CustomAttributes!);

    [Fact]
    public void Text_in_place_of_an_object_is_kept()
    {
        var company = Wire.Read<Company>("""{"id": "1", "plan": "gold", "name": "Acme"}""");

        Assert.Equal("gold", company.Plan!.AdditionalFields!["value"]);
        Assert.Equal("Acme", company.Name);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("false")]
    [InlineData("null")]
    public void An_empty_value_in_place_of_an_object_is_null(string wire) =>
        Assert.Null(Wire.Read<Company>($$"""{"plan": {{wire}}}""").Plan);
}
