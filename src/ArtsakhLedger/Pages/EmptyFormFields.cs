using ArtsakhLedger.Answers;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.Contributing;
using Wolverine.Http;

namespace ArtsakhLedger.Pages;

/// <summary>Redirects from what a browser sends for a form, where the fields left empty are parameters too, to the address without them.</summary>
public static class EmptyFormFields
{
    private static readonly Type[] Forms = [typeof(TimelineEndpoint), typeof(ContributeEndpoint)];

    public static Task RedirectAsync(HttpContext context, RequestDelegate next)
    {
        var typed = context.Request.Query;
        if (
            Representation.Of(context) != Representation.Html
            || !typed.Any(parameter => parameter.Value == "")
            || !Forms.Contains(context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>()?.Method.HandlerType)
        )
        {
            return next(context);
        }

        return PageRedirect
            .To(
                Address.Of(
                    context.Request.Path.Value!,
                    typed.Where(parameter => parameter.Value != "").Select(parameter => (parameter.Key, (string?)parameter.Value.ToString()))
                )
            )
            .ExecuteAsync(context);
    }
}
