using Microsoft.IdentityModel.Tokens;

namespace ArtsakhLedger.Access;

/// <summary>A token is genuine, and names nobody who could be an author.</summary>
public sealed class UnusableAuthorException(string message) : SecurityTokenValidationException(message);
