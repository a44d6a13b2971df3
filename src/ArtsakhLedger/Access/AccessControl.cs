using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace ArtsakhLedger.Access;

/// <summary>Sets up access control: reading is open, writing needs a token, and an endpoint that declares no role requires one.</summary>
public static class AccessControl
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(provider => AccessSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<LedgerTokens>();
        services.ConfigureOptions<BearerTokens>();
        // AddAuthentication would also store keys for cookies, which the service does not use, and log warnings about them.
        services.AddAuthenticationCore(options => options.DefaultScheme = JwtBearerDefaults.AuthenticationScheme);
        services.AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, NoOtherSettings>();
        new AuthenticationBuilder(services).AddJwtBearer();
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new WriteRoleRequirement()).Build())
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireRole(Role.All).Build())
            .AddPolicy(Role.Editor, policy => policy.RequireRole(Role.Editor));
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        // Between the two: it needs the author, and must also limit requests with bad tokens.
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    /// <summary>Ignores the framework's own section of the configuration: only the <c>Access</c> settings decide which tokens are
    /// valid.</summary>
    private sealed class NoOtherSettings : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
