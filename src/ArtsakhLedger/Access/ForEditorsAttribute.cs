using Microsoft.AspNetCore.Authorization;

namespace ArtsakhLedger.Access;

/// <summary>Requires the role editor. Endpoints without it that write need the role contributor; reading needs none.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForEditorsAttribute() : AuthorizeAttribute(Role.Editor);
