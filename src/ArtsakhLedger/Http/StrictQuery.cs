using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Http;

/// <summary>Rejects query parameters that the endpoint does not have, and those that are given twice: a question is answered as asked or
/// not at all.</summary>
public static class StrictQuery
{
    private static readonly ConditionalWeakTable<HttpChain, List<(string Name, bool MayRepeat)>> Known = [];

    public static Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>() is not { } endpoint)
        {
            return next(context);
        }

        var known = ParametersOf(endpoint).ConvertAll(parameter => parameter.Name);
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

            if (values.Count > 1 && !ParametersOf(endpoint).Exists(parameter => parameter.MayRepeat && parameter.Name == name))
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

    /// <summary>The query parameters of an endpoint; none if it is not one of the ledger's.</summary>
    public static IReadOnlyList<string> ParametersOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<HttpChain>() is { } chain ? ParametersOf(chain).ConvertAll(parameter => parameter.Name) : [];

    private static List<(string Name, bool MayRepeat)> ParametersOf(HttpChain endpoint) =>
        Known.GetValue(
            endpoint,
            static endpoint =>
                [
                    .. from parameter in endpoint.Method.Method.GetParameters()
                    from attribute in parameter.GetCustomAttributes(typeof(FromQueryAttribute), inherit: false).Cast<FromQueryAttribute>()
                    select (attribute.Name ?? parameter.Name!, parameter.ParameterType.IsArray),
                ]
        );
}
