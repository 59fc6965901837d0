using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

/// <summary>Nobody is 0 to Intercom, and neither before nor after an admin to a person.</summary>
public class ImpliedValueTests
{
    [Theory]
    [InlineData(Less, 1, true)]
    [InlineData(Less, 0, false)]
    [InlineData(Less, -1, false)]
    [InlineData(LessOrEqual, 1, true)]
    [InlineData(LessOrEqual, 0, true)]
    [InlineData(LessOrEqual, -1, false)]
    [InlineData(Greater, -1, true)]
    [InlineData(Greater, 0, false)]
    [InlineData(Greater, 1, false)]
    [InlineData(GreaterOrEqual, -1, true)]
    [InlineData(GreaterOrEqual, 0, true)]
    [InlineData(GreaterOrEqual, 1, false)]
    public void Nobody_is_left_out_where_zero_would_be_found(QueryOperator @operator, int limit, bool isLeftOut)
    {
        var plan = QueryCompiler.Compile(new QueryFilter("admin_assignee_id", @operator, limit), SearchResource.Conversation);
        Assert.Equal(isLeftOut, plan.Sent.Filters.Any(filter => filter.Operator == NotEqual && Equals(filter.Value, 0L)));
    }
}
