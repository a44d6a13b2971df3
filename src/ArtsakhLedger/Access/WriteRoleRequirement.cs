using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace ArtsakhLedger.Access;

/// <summary>The requirement of every endpoint that declares no other: reading is open, everything else needs a role.</summary>
public sealed class WriteRoleRequirement() : RolesAuthorizationRequirement(Role.All)
{
    /// <summary>Whether a request may change something, whichever endpoint it reaches.</summary>
    public static bool IsWriting(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    /// <summary>The role that a request needs, if its endpoint needs one.</summary>
    public static string NeededFor(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequiresEditorAttribute>() is null ? Role.Contributor : Role.Editor;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RolesAuthorizationRequirement requirement)
    {
        // An address without an endpoint, or without one for this method, has nothing to protect: routing answers 404 and 405.
        if (context.Resource is HttpContext http && (!IsWriting(http.Request) || http.GetEndpoint() is not RouteEndpoint))
        {
            context.Succeed(requirement);
            return Task.CompletedTask;
        }

        return base.HandleRequirementAsync(context, requirement);
    }
}
