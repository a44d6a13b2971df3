using ArtsakhLedger.Asking;
using Wolverine.Http;

namespace ArtsakhLedger.Http;

/// <summary>Marks an endpoint whose page has a form that leads back to it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFormAttribute : Attribute;

/// <summary>Browsers also send form fields that were left empty. Redirects to the address without them.</summary>
public static class EmptyFormFields
{
    public static Task RedirectAsync(HttpContext context, RequestDelegate next)
    {
        var typed = context.Request.Query;
        if (
            Representation.Of(context) != Representation.Html
            || !typed.Any(parameter => parameter.Value == "")
            || context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>()?.Method.HandlerType.IsDefined(typeof(TakesFormAttribute), false)
                != true
        )
        {
            return next(context);
        }

        return PageRedirect
            .To(
                Address.Of(
                    context.Request.Path.Value!,
                    typed
                        .Where(parameter => parameter.Value != "")
                        .Select(parameter => (parameter.Key, (string?)parameter.Value.ToString()))
                )
            )
            .ExecuteAsync(context);
    }
}
