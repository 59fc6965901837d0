namespace Intercom.Client.Tests.Models;

public class TicketTests
{
    private const string Sample = """
        {
          "type": "ticket", "id": 627, "ticket_id": "34", "category": "Customer", "open": true, "is_shared": true,
           "snoozed_until": null, "created_at": 1704164645, "updated_at": 1704164645,
          "ticket_attributes": {"_default_title_": "Printer on fire", "_default_description_": null, "Floor": 3,
           "Photo": {"type": "upload", "name": "p.png", "filesize": 10}},
          "ticket_state": {"type": "ticket_state", "id": 8, "category": "in_progress", "internal_label": "In work",
           "external_label": "We are on it"},
          "ticket_type": {"type": "ticket_type", "id": 90, "name": "Incident", "category": "Customer", "icon": "🔥",
           "is_internal": false, "archived": false,
            "ticket_type_attributes": {"type": "list", "data": [{"type": "ticket_type_attribute", "id": 200,
             "name": "Floor", "data_type": "integer", "input_options": {"multiline": false}, "order": 2,
             "required_to_create": true, "ticket_type_id": 90, "default": false}]},
            "ticket_states": {"type": "list", "data": [{"type": "ticket_state", "id": 8, "internal_label": "In work"}]}},
          "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "c1", "external_id": "e1"}]},
          "admin_assignee_id": "0", "team_assignee_id": 7,
          "linked_objects": {"type": "list", "data": [{"type": "conversation", "id": 5, "category": null}],
           "total_count": 1, "has_more": false},
          "ticket_parts": {"type": "ticket_part.list", "total_count": 2, "ticket_parts": [
            {"type": "ticket_part", "id": 1, "part_type": "ticket_state_updated_by_admin",
             "ticket_state": "in_progress", "previous_ticket_state": "submitted", "author": {"type": "admin", "id": 9001,
             "name": "Grace"}, "app_package_code": "courier"},
            {"type": "ticket_part", "id": 2, "part_type": "ticket_attribute_updated_by_admin", "assigned_to": {"type": "admin", "id": 9001},
             "updated_attribute_data": {"attribute": {"type": "attribute", "id": "10", "label": "Photo"},
              "value": {"type": "value", "id": [2, 3], "label": ["p.png", "q.png"]}}}]}
        }
        """;

    [Fact]
    public void A_ticket_has_an_id_and_a_number()
    {
        var ticket = Wire.Read<Ticket>(Sample);

        Assert.Equal("627", ticket.Id);
        Assert.Equal("34", ticket.TicketNumber);
        Assert.Contains("\"ticket_id\":\"34\"", Wire.Write(ticket));
        Assert.Null(ticket.AdminAssigneeId);
        Assert.Equal("7", ticket.TeamAssigneeId);
        Assert.True(ticket.Open);
        Assert.True(ticket.IsShared);
        Assert.Equal("c1", ticket.Contacts!.ToString());
        Assert.Equal("conversation 5", ticket.LinkedObjects!.ToString());
        Assert.Null(ticket.AdditionalFields);
    }

    [Fact]
    public void Title_and_description_come_from_the_attributes()
    {
        var ticket = Wire.Read<Ticket>(Sample);

        Assert.Equal("Printer on fire", ticket.Title);
        Assert.Null(ticket.Description);
        Assert.Equal("Printer on fire", ticket.ToString());
        Assert.Equal(3L, ticket.TicketAttributes!["Floor"]);
        Assert.Equal("p.png", Assert.IsType<AttributeBag>(ticket.TicketAttributes["Photo"])["name"]);
        Assert.Null(Wire.Read<Ticket>("{}").Title);
        Assert.DoesNotContain("\"title\"", Wire.Write(ticket));
    }

    [Fact]
    public void Reads_its_state_and_type()
    {
        var ticket = Wire.Read<Ticket>(Sample);

        Assert.Equal("In work", ticket.TicketState!.ToString());
        Assert.Equal("We are on it", ticket.TicketState.ExternalLabel);
        Assert.Equal("in_progress", ticket.TicketState.Category);
        Assert.Equal("Incident", ticket.TicketType!.ToString());
        Assert.Equal("🔥", ticket.TicketType.Icon);
        Assert.False(ticket.TicketType.IsInternal);
        Assert.Equal("8", ticket.TicketType.TicketStates!.Single().Id);
        var floor = ticket.TicketType.TicketTypeAttributes!.Single();
        Assert.Equal("Floor", floor.ToString());
        Assert.Equal("90", floor.TicketTypeId);
        Assert.True(floor.RequiredToCreate);
        Assert.Equal(false, Assert.IsType<AttributeBag>(floor.InputOptions)["multiline"]);
    }

    [Fact]
    public void Reads_what_happened()
    {
        var parts = Wire.Read<Ticket>(Sample).TicketParts!;

        Assert.Equal(2, parts.TotalCount);
        Assert.Equal("submitted", parts[0].PreviousTicketState);
        Assert.Equal("in_progress", parts[0].TicketState);
        Assert.Equal(
            "submitted -> in_progress",
            new TicketPart
            {
                PartType = "ticket_state_updated_by_admin", PreviousTicketState = "submitted",
                TicketState = "in_progress",
            }.ToString());
        Assert.Equal(
            "assignment",
            new TicketPart { PartType = "assignment", PreviousTicketState = "submitted", TicketState = "submitted" }.ToString());
        Assert.Equal("Grace", parts[0].Author!.ToString());
        Assert.Equal("courier", parts[0].AppPackageCode);
        Assert.Equal("9001", parts[1].AssignedTo!.Id);
        Assert.Equal("Photo = p.png, q.png", parts[1].ToString());
        Assert.Equal([2L, 3L], Assert.IsType<ItemList<object?>>(parts[1].UpdatedAttributeData!.Value!.Id));
    }

    [Fact]
    public void A_changed_attribute_may_be_plain_text() =>
        Assert.Equal(
            "Speed = Fast",
            Wire.Read<TicketPart>(
                """
                {"updated_attribute_data": {"attribute": {"id": 7, "label": "Speed"}, "value": {"id": "Fast",
                 "label": "Fast"}}}
                """).ToString());

    [Fact]
    public void Reads_a_state_with_its_types()
    {
        var state = Wire.Read<TicketState>(
            """
            {"type": "ticket_state", "id": 8, "category": "resolved", "internal_label": "Done", "archived": false,
             "ticket_types": {"type": "list", "data": [{"type": "ticket_type", "id": 90, "name": "Incident"}]}}
            """);

        Assert.Equal("Incident", state.TicketTypes!.ToString());
        Assert.False(state.Archived);
    }

    [Fact]
    public void Reads_the_job_that_makes_a_ticket()
    {
        var job = Wire.Read<Job>(
            """
            {"type": "job", "id": 2, "status": "success", "url": "/jobs/status/2", "resource_type": "ticket",
             "resource_id": 20, "resource_url": "/tickets/20"}
            """);

        Assert.Equal("20", job.ResourceId);
        Assert.Equal("ticket job 2: success", job.ToString());
    }
}
