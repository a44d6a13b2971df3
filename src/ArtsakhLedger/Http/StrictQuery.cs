using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Http;

/// <summary>Rejects query parameters that the endpoint does not have, and those that are given twice without being a list: a question is answered as asked or
/// not at all.</summary>
public static class StrictQuery
{
    private static readonly ConditionalWeakTable<HttpChain, List<string>> Known = [];

    public static Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>() is not { } endpoint)
        {
            return next(context);
        }

        var known = ParametersOf(endpoint);
        foreach (var (name, values) in context.Request.Query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw new RequestProblem(
                    StatusCodes.Status400BadRequest,
                    "unknown-parameter",
                    "The question has a query parameter that does not exist.",
                    known.Count == 0
                        ? $"There is no parameter '{name}': this address has none."
                        : $"There is no parameter '{name}'. This address has {string.Join(", ", known)}.",
                    name
                );
            }

            if (values.Count > 1 && !MayRepeat(endpoint, name))
            {
                throw new RequestProblem(
                    StatusCodes.Status400BadRequest,
                    "repeated-parameter",
                    "The question has a query parameter more than once.",
                    $"'{name}' is given {values.Count} times. Send it once.",
                    name
                );
            }
        }

        return next(context);
    }

    private static bool MayRepeat(HttpChain endpoint, string name) =>
        endpoint
            .Method.Method.GetParameters()
            .Any(parameter =>
                parameter.ParameterType == typeof(string[]) && parameter.GetCustomAttribute<FromQueryAttribute>()?.Name == name
            );

    /// <summary>The query parameters of an endpoint; none if it is not one of the ledger's.</summary>
    public static IReadOnlyList<string> ParametersOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<HttpChain>() is { } chain ? ParametersOf(chain) : [];

    private static List<string> ParametersOf(HttpChain endpoint) =>
        Known.GetValue(
            endpoint,
            static endpoint =>
                [
                    .. from parameter in endpoint.Method.Method.GetParameters()
                    from attribute in parameter.GetCustomAttributes(typeof(FromQueryAttribute), inherit: false).Cast<FromQueryAttribute>()
                    select attribute.Name ?? parameter.Name,
                ]
        );
}
