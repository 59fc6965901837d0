using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The status of work that was put off.</summary>
internal static class JobRoutes
{
    public static void Add(Router router) =>
        router.Add("GET", "jobs/status/{}", call =>
            Lists.Show(call.Data.Table("jobs").Find(call.Id) ?? throw SandboxError.NotFound("job_not_found", "Job")));
}
