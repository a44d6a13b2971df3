using Microsoft.AspNetCore.Authorization;

namespace ArtsakhLedger.Access;

/// <summary>Requires the role <c>editor</c>. Other endpoints that write need the role <c>contributor</c>; reading needs none.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresEditorAttribute() : AuthorizeAttribute(Role.Editor);
