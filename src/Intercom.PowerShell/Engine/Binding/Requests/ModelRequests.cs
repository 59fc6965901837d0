using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// The requests that read resources, by their models. The engine does not name single cmdlets: the cmdlet that declares the operation
/// follows from the verb and the model, such as Get-IntercomTag for <see cref="Tag"/>.
/// </summary>
internal static class ModelRequests
{
    /// <summary>Creates a request of the cmdlet that gets resources of a model.</summary>
    /// <param name="parameterSet">The parameter set or the name of the operation.</param>
    /// <param name="ids">The values of the path's placeholders, in order.</param>
    public static ApiRequest Get<TModel>(string parameterSet, params string[] ids) where TModel : IntercomObject =>
        CommandPlan.RequestOf(Cmdlet(VerbsCommon.Get, typeof(TModel)), parameterSet, ids);

    /// <summary>Creates a request of the cmdlet that searches for resources of a model.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value that the field must have.</param>
    public static ApiRequest Search<TModel>(string field, string value) where TModel : IntercomObject =>
        CommandPlan.RequestOf(Cmdlet(VerbsCommon.Search, typeof(TModel)), "").WithBody(new JsonObject
        {
            ["query"] = new JsonObject { ["field"] = field, ["operator"] = "=", ["value"] = value },
        });

    /// <summary>The cmdlet with a verb for the resources of a model.</summary>
    /// <exception cref="InvalidOperationException">No cmdlet has this verb for the model.</exception>
    public static Type Cmdlet(string verb, Type model) => Find(verb, model)
        ?? throw new InvalidOperationException($"The module does not have {verb}-Intercom{model.Name}.");

    /// <summary>The cmdlet with a verb for the resources of a model; null if none exists.</summary>
    public static Type? Find(string verb, Type model) =>
        typeof(ModelRequests).Assembly.GetType($"{typeof(ModelRequests).Namespace}.{verb}{model.Name}Command");
}
