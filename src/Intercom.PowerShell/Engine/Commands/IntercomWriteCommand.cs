using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// A cmdlet that writes. It takes a whole pipeline: each input is asked for once (-WhatIf, -Confirm), sent, and held in a window of at most
/// -ThrottleLimit requests; answers and errors come out in the order of the inputs. One failed input is one error with that input as its target.
/// </summary>
public abstract partial class IntercomWriteCommand : IntercomCommand
{
    private bool _yesToAll;
    private bool _noToAll;
    private AttributeDates? _attributeDates;

    /// <summary>How many requests may be under way at once. Two requests for the same resource never overlap.</summary>
    [Parameter, ValidateRange(1, 64), WholeNumber]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Further fields for the body by their wire names, for what this cmdlet does not know yet.</summary>
    [Parameter, ValidateNotNull, Table]
    public Hashtable? AdditionalField { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        OpenCheckpoint();
        BeginRun();
    }

    private void TakeInput()
    {
        var bound = BoundNow();
        var target = Target(bound);
        var part = 0;
        // One input alone needs no bar.
        if (++_input == 2) Progress = new CommandProgress(this, MyInvocation.MyCommand.Name, Session.Client.Time);
        try
        {
            if (_unreadable is not null) throw _unreadable;
            CheckWorkspace();
            CheckOneId();
            CheckIsTaken(bound);
            CheckMandatory(bound);
            Validate(bound);
            var operation = Wiring.Operation(ParameterSetName);
            var choices = Wiring.Names(this, bound);
            // A resource that is named is another one with each name; a tag that is put on it is not.
            var resource = ApiPath.Placeholders(operation.Path).FirstOrDefault();
            foreach (var names in choices)
            {
                Names = names;
                foreach (var request in Requests(operation, bound)) Send(request, operation, target, bound, part++, isLast: ReferenceEquals(names, choices[choices.Count - 1]) || names.Any(name => name.Parameter == resource));
            }
        }
        catch (CheckpointException failure)
        {
            // The input is not the one it was: nothing more is sent, and what is under way comes to its end first.
            Report(failure, target);
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            // In line with the answers, so that errors too come in the order of the inputs.
            _window!.Start(_input, target, null, _ => Task.FromException<object?>(failure));
        }
    }

    /// <summary>True when nothing is written: without -PassThru where the cmdlet has it.</summary>
    protected virtual bool IsSilent => Wiring.HasPassThru && !IsPassThru;

    /// <summary>How much this use destroys, where it differs from what the cmdlet declares.</summary>
    protected virtual ConfirmImpact Impact => ConfirmImpact.Medium;

    /// <summary>The names that the present request is sent for.</summary>
    private protected IReadOnlyList<NamedValue> Names { get; private set; } = [];

    /// <summary>Checks what the attributes cannot say.</summary>
    /// <exception cref="ArgumentException">The input cannot be sent; the message says why and what to do.</exception>
    protected virtual void Validate(IReadOnlyDictionary<string, object?> bound) { }

    /// <summary>False for inputs that need no acting admin, such as what a contact says.</summary>
    protected virtual bool ActsAsAdmin(IReadOnlyDictionary<string, object?> bound) => true;

    /// <summary>The requests of one input: those that the attributes state; for what they cannot say, changed here.</summary>
    protected virtual IEnumerable<ApiRequest> Requests(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) => Wiring.Requests(this, operation, ParameterSetName, bound);

    /// <summary>
    /// Says what is done for one request: by default it is sent, and its answer is the output. Called on the pipeline thread; what it gives runs beside
    /// the pipeline and must use only what it captured, for the cmdlet's properties belong to the next input by then.
    /// </summary>
    protected virtual Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        var client = Session.Client;
        var model = Wiring.Returns(operation);
        return (request, cancellation) => client.SendAsync(request, model, Sink, cancellation);
    }

    /// <summary>The resource that the request changes; requests for one resource never overlap. By default the part of the path up to its first id.</summary>
    protected virtual string? ResourceKey(ApiRequest request, OperationAttribute operation)
    {
        var open = operation.Path.IndexOf('{');
        if (open < 0) return null;
        var end = request.Path.IndexOf('/', open);
        return end < 0 ? request.Path : request.Path.Substring(0, end);
    }

    /// <summary>What -WhatIf and -Confirm name.</summary>
    protected virtual string Describe(ApiRequest request, OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        if (operation.Path.IndexOf('{') > 0)
        {
            var words = request.Path.Split('/');
            return $"{Singular(words[0])} {Uri.UnescapeDataString(words[1].StartsWith("{", StringComparison.Ordinal) ? Names[0].Name : words[1])}";
        }
        var name = request.Body is JsonObject body ? new[] { "email", "name", "title", "event_name", "external_id", "company_id", "id" }.Select(key => body[key]?.ToString()).FirstOrDefault(text => !string.IsNullOrEmpty(text)) : null;
        return name is null ? Singular(request.Path) : $"{Singular(request.Path.Split('/')[0])} {name}";
    }

    /// <summary>Refuses an object that was read from another workspace: its id would mean nothing here, or somebody else.</summary>
    private void CheckWorkspace()
    {
        if (IsCopy) return;
        var theirs = PipedObject.KindOf(InputObject) is nameof(Contact) or nameof(Article) ? InputObject!.Properties["WorkspaceId"]?.Value as string : null;
        if (theirs is null || Session.WorkspaceId is not { } ours || theirs == ours) return;
        throw new ArgumentException($"'{InputObject}' belongs to the workspace {theirs}, but the connection {Session.Name} is to {ours}. Choose the right one with -Connection or Select-IntercomConnection.");
    }

    /// <summary>Refuses a second id: in <c>$conversation | Close-IntercomConversation 'Bye'</c> the binder takes the text for the id, and the call would go to another resource than the piped one.</summary>
    private void CheckOneId()
    {
        if (InputObject is null) return;
        foreach (var (parameter, id) in Wiring.PipedIds)
        {
            if (!IsOnCommandLine(parameter) || id.IdOf(InputObject) is not { } piped) continue;
            var given = MyInvocation.BoundParameters[parameter] is string[] several ? string.Join(", ", several) : $"{MyInvocation.BoundParameters[parameter]}";
            throw new ArgumentException($"-{parameter} is '{given}' on the command line, but '{piped}' is piped as well. Leave -{parameter} out to work on what is piped; if '{given}' is meant for another parameter, write that parameter's name before it.");
        }
    }

    /// <summary>Refuses what is no row and what no parameter takes: <c>'a', 'b' | New-IntercomArticle Title</c> would make the same article twice and lose the words.</summary>
    private void CheckIsTaken(IReadOnlyDictionary<string, object?> bound)
    {
        if (InputObject?.BaseObject is not { } input) return;
        if (bound.Keys.FirstOrDefault(name => !IsOnCommandLine(name) && Wiring.TookItsText(name, InputObject)) is { } whole)
        {
            var columns = RowObject.HasProperties(InputObject) ? $" whose columns are {ColumnNames.Listed(RowObject.Headings(InputObject).ToList())}" : "";
            throw new ArgumentException($"{(input is IDictionary ? "A hashtable" : $"A row{columns}")} was piped to {MyInvocation.MyCommand.Name}, and does not hold its -{whole}. "
                + $"Pipe strings, or objects with the property {whole}: ... | Select-Object @{{ n = '{whole}'; e = 'heading of the column' }}.");
        }
        if (input is not (string or ValueType or IDictionary)) return;
        if (bound.Keys.Any(name => name != nameof(InputObject) && !IsOnCommandLine(name) && Wiring.TakesPipedValue(name))) return;
        var name = MyInvocation.MyCommand.Name;
        if (input is IDictionary) throw new ArgumentException($"A hashtable was piped to {name}, which takes rows: objects whose properties have the names of its parameters. Pipe [pscustomobject]@{{ ... }}, or hand the table over as parameters: $table = @{{ ... }}; {name} @table.");
        var parameter = Wiring.FirstParameter(ParameterSetName);
        throw new ArgumentException($"'{input}' was piped to {name}, which takes rows: objects whose properties have the names of its parameters. {(parameter is null || IsOnCommandLine(parameter) ? "Pipe rows, or nothing" : $"Say which parameter it is for: ... | ForEach-Object {{ {name} -{parameter} $_ }}")}.");
    }

    /// <summary>Refuses a change that changes nothing: a row whose columns have other names would be taken, and lost.</summary>
    private void CheckChanges(ApiRequest request, OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        if (operation.Method != "PUT" || request.Body is JsonObject { Count: > 0 } || !MyInvocation.MyCommand.Name.StartsWith("Set-", StringComparison.Ordinal)) return;
        if (Names.Any(name => name.Body is not null)) return;
        var row = InputObject is not null && PipedObject.KindOf(InputObject) is null && InputObject.BaseObject is PSCustomObject ? $": none of the columns of the piped row ({string.Join(", ", InputObject.Properties.Select(property => property.Name).Take(8))}) is a field of {MyInvocation.MyCommand.Name}" : "";
        throw new ArgumentException($"Nothing to change was given{row}. Give {string.Join(", ", Wiring.Fields.Take(3).Select(field => "-" + field))} or another field.");
    }

    private void Send(ApiRequest request, OperationAttribute operation, object? target, IReadOnlyDictionary<string, object?> bound, int part, bool isLast)
    {
        CheckChanges(request, operation, bound);
        DatedFields.Read(request.Body, Formats);
        if (!IsLeft(request, operation, bound, target, part, out var entry)) return;
        if (!ShouldProcess(Describe(request, operation, bound), MyInvocation.MyCommand.Name)) return;
        if (Impact == ConfirmImpact.High && !ConfirmsMore(Describe(request, operation, bound))) return;
        var sending = Sending(operation, bound);
        var session = Session;
        var names = Names;
        var dates = _attributeDates ??= new AttributeDates(Wiring.AttributeModel, Formats);
        var suspects = dates.Suspects(request.Body);
        // What is to come out must come: an input without an output and without an error would be lost.
        var answers = !IsSilent && Wiring.Output is not null;
        var admin = ActsAsAdmin(bound) ? Wiring.ActingAdmin(ParameterSetName) : null;
        if (admin is not null && request.Body is JsonObject body && CommandPlan.Has(body, admin.Name)) admin = null;
        var acting = admin is null ? null : Wiring.NameOfActingAdmin(this, bound);
        async Task<object?> Run(CancellationToken cancellation)
        {
            if (names.Count > 0 || admin is not null) request = await CompleteAsync(request, names, admin, acting, session, cancellation).ConfigureAwait(false);
            request = await dates.ReadAsync(request, suspects, session.Directory, Sink, cancellation).ConfigureAwait(false);
            var answer = await sending(entry?.Main(request) ?? request, cancellation).ConfigureAwait(false) ?? (answers ? throw IntercomClient.EmptyAnswer(request) : null);
            // What is changed once for each of several names comes out once, as it is in the end.
            return isLast ? answer : null;
        }
        _window!.Start(_input, target, ResourceKey(request, operation), cancellation => entry is null ? Run(cancellation) : entry.RunAsync(() => Run(cancellation)));
    }

    /// <summary>Asks once more where only this use of the cmdlet destroys something, as ShouldProcess would have with that impact.</summary>
    private bool ConfirmsMore(string target)
    {
        if (MyInvocation.BoundParameters.ContainsKey("Confirm")) return true;
        var asksHighOnly = SessionState.PSVariable.GetValue("ConfirmPreference") is not ConfirmImpact preference || preference == ConfirmImpact.High;
        return !asksHighOnly || ShouldContinue($"{MyInvocation.MyCommand.Name}: {target}. This cannot be undone.", "Confirm", ref _yesToAll, ref _noToAll);
    }

    /// <summary>Puts in what had to be asked for first: the ids of names, and the acting admin.</summary>
    private async Task<ApiRequest> CompleteAsync(ApiRequest request, IReadOnlyList<NamedValue> names,
        ActingAdminAttribute? admin, string? acting, IntercomConnection session, CancellationToken cancellation)
    {
        var body = request.Body?.DeepClone() as JsonObject ?? [];
        var path = request.Path;
        foreach (var (parameter, model, name, wire, isId) in names)
        {
            var id = isId ? name.Trim() : await session.Directory.IdAsync(model, name, Sink, cancellation).ConfigureAwait(false);
            if (wire is null) path = ApiPath.Fill(path, parameter, id);
            else CommandPlan.Put(body, wire.Name, CommandPlan.Form(parameter, JsonValue.Create(id), wire.Form));
        }
        if (admin is not null)
        {
            var id = acting is null ? await session.ActingAdminIdAsync(Sink, cancellation).ConfigureAwait(false) : await session.Directory.IdAsync(typeof(Admin), acting, Sink, cancellation).ConfigureAwait(false);
            CommandPlan.Put(body, admin.Name, CommandPlan.Form("AdminId", JsonValue.Create(id), admin.Form));
        }
        return request.WithPath(path).WithBody(body.Count > 0 ? body : request.Body);
    }

    /// <summary>Sends the request and, with -PassThru, gives what it changed, read afresh; for operations that answer something else.</summary>
    private protected Func<ApiRequest, CancellationToken, Task<object?>> SendingThenReading<TGet>(OperationAttribute operation, Type model)
    {
        var client = Session.Client;
        var answer = Wiring.Returns(operation);
        var passThru = IsPassThru;
        return async (request, cancellation) =>
        {
            var result = await client.SendAsync(request, answer, Sink, cancellation).ConfigureAwait(false);
            if (!passThru) return result;
            var changed = Uri.UnescapeDataString(request.Path.Split('/')[1]);
            return await client.SendAsync(CommandPlan.RequestOf<TGet>("Id", changed), model, Sink, cancellation).ConfigureAwait(false);
        };
    }

    /// <summary>Sends a change whose operation wants some fields even when they stay as they are: those that were not given are read first and sent again.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="wanted">The fields that the operation wants, by their wire names.</param>
    /// <param name="asWritten">A field's value as it is sent, where that differs from how it is read.</param>
    /// <param name="check">Looks at the whole before it is sent, beside the pipeline.</param>
    private protected Func<ApiRequest, CancellationToken, Task<object?>> SendingWhole(OperationAttribute operation, string[] wanted, Func<string, JsonNode?, JsonNode?>? asWritten = null, Action<JsonObject>? check = null)
    {
        var client = Session.Client;
        var model = Wiring.Returns(operation);
        return async (request, cancellation) =>
        {
            var body = request.Body?.DeepClone() as JsonObject ?? [];
            var missing = wanted.Where(field => !body.ContainsKey(field)).ToList();
            if (missing.Count > 0)
            {
                var read = new ApiRequest("GET", request.Path);
                using var answer = await client.SendRawAsync(read, Sink, cancellation).ConfigureAwait(false);
                var now = IntercomClient.ReadObject(read, answer);
                foreach (var field in missing)
                {
                    if (!now.TryGetPropertyValue(field, out var value)) continue;
                    body[field] = asWritten is null ? value?.DeepClone() : asWritten(field, value?.DeepClone());
                }
            }
            check?.Invoke(body);
            return await client.SendAsync(request.WithBody(body), model, Sink, cancellation).ConfigureAwait(false);
        };
    }

    /// <summary>Forgets the short lists of the workspace afterwards, for what was sent changed one of them.</summary>
    private protected Func<ApiRequest, CancellationToken, Task<object?>> Forgetting(Func<ApiRequest, CancellationToken, Task<object?>> send)
    {
        var directory = Session.Directory;
        return async (request, cancellation) =>
        {
            var answer = await send(request, cancellation).ConfigureAwait(false);
            directory.Forget();
            return answer;
        };
    }

    /// <summary>True when -PassThru is given.</summary>
    private protected bool IsPassThru => MyInvocation.BoundParameters.TryGetValue("PassThru", out var passThru) && ((SwitchParameter)passThru).IsPresent;

    /// <summary>The input as it can be piped again: what was piped, else the parameters as a row.</summary>
    private object? Target(IReadOnlyDictionary<string, object?> bound)
    {
        if (InputObject is not null) return InputObject;
        var row = new PSObject();
        foreach (var pair in bound)
        {
            if (!NotPartOfInput.Contains(pair.Key) && pair.Key != nameof(DateFormat)) row.Properties.Add(new PSNoteProperty(pair.Key, pair.Value));
        }
        return row;
    }

    private static readonly HashSet<string> NotPartOfInput = new(
        PSCmdlet.CommonParameters.Concat(PSCmdlet.OptionalCommonParameters).Concat([nameof(Connection), nameof(ThrottleLimit), nameof(Checkpoint), nameof(RetryUnknown), "PassThru"]), StringComparer.OrdinalIgnoreCase);

    private static string Singular(string path)
    {
        var word = path.Replace('_', ' ');
        return word.EndsWith("ies", StringComparison.Ordinal) ? word.Substring(0, word.Length - 3) + "y" : word.TrimEnd('s');
    }
}
