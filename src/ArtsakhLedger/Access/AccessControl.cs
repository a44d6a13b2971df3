using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace ArtsakhLedger.Access;

/// <summary>Who may do what: reading is open, writing needs a token, and an endpoint that declares no role requires one.</summary>
public static class AccessControl
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(provider => AccessSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<LedgerTokens>();
        services.ConfigureOptions<BearerTokens>();
        // AddAuthentication would also keep keys for cookies, which there are none of, in the user's home and complain about them.
        services.AddAuthenticationCore(options => options.DefaultScheme = JwtBearerDefaults.AuthenticationScheme);
        services.AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, NoOtherSettings>();
        new AuthenticationBuilder(services).AddJwtBearer();
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new WritingNeedsRole()).Build())
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireRole(Role.All).Build())
            .AddPolicy(Role.Editor, policy => policy.RequireRole(Role.Editor));
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        // Between the two, so that it knows the author, and bad tokens are not tried without end either.
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    /// <summary>Only the Access settings decide which tokens are valid, not the framework's own section of the configuration.</summary>
    private sealed class NoOtherSettings : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
