using System.Net;
using ArtsakhLedger.Database;
using Microsoft.AspNetCore.HttpOverrides;

namespace ArtsakhLedger.Serving;

/// <summary>The address that readers reach the service by, which citations and canonical links name: the configured one, otherwise the one that a
/// request was sent to. Only proxies that are named may say what that was.</summary>
/// <param name="Address">The configured address, a scheme and a host; null where none is.</param>
/// <param name="Proxies">The addresses of the proxies whose <c>X-Forwarded-…</c> headers are believed.</param>
/// <param name="Networks">The networks of such proxies.</param>
public sealed record PublicAddress(Uri? Address, IReadOnlyList<IPAddress> Proxies, IReadOnlyList<System.Net.IPNetwork> Networks)
{
    /// <summary>The setting of the address.</summary>
    public const string AddressSetting = "PublicAddress";

    /// <summary>The setting of the proxies.</summary>
    public const string ProxiesSetting = "TrustedProxies";

    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static PublicAddress From(IConfiguration configuration)
    {
        var (proxies, networks) = (new List<IPAddress>(), new List<System.Net.IPNetwork>());
        foreach (
            var named in (configuration[ProxiesSetting] ?? "").Split(
                ',',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (IPAddress.TryParse(named, out var proxy))
            {
                proxies.Add(proxy);
            }
            else if (System.Net.IPNetwork.TryParse(named, out var network))
            {
                networks.Add(network);
            }
            else
            {
                throw new SettingException(
                    $"{ProxiesSetting} has '{named}', which is neither an address nor a network: give such as 10.0.0.5 or 10.0.0.0/24, separated by commas."
                );
            }
        }

        return new(AddressOf(configuration[AddressSetting]), proxies, networks);
    }

    /// <summary>Applies the settings to every request. Comes before everything that reads the scheme, the host or the client's address.</summary>
    public void Use(IApplicationBuilder app)
    {
        if (Proxies.Count + Networks.Count > 0)
        {
            app.UseForwardedHeaders(Forwarded());
        }

        if (Address is { } address)
        {
            var host = new HostString(address.Authority);
            app.Use(
                (context, next) =>
                {
                    (context.Request.Scheme, context.Request.Host) = (address.Scheme, host);
                    return next(context);
                }
            );
        }
    }

    private ForwardedHeadersOptions Forwarded()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };

        // Unless told otherwise it believes whatever runs on the same machine.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in Proxies)
        {
            options.KnownProxies.Add(proxy);
        }

        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }

    private static Uri? AddressOf(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        return
            Uri.TryCreate(setting, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? address
            : throw new SettingException(
                $"{AddressSetting} is '{setting}': give a scheme and a host without a path, such as https://ledger.example.org."
            );
    }
}
