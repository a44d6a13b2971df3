using Microsoft.AspNetCore.Authorization;

namespace ArtsakhLedger.Access;

/// <summary>Demands the role editor of whoever calls an endpoint. Without it every endpoint but those that read is open to contributors.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForEditorsAttribute() : AuthorizeAttribute(Role.Editor);
