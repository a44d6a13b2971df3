using ArtsakhLedger.Answers;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Pages.State;
using ArtsakhLedger.StateAsOf;
using Wolverine.Http;

namespace ArtsakhLedger.Pages;

/// <summary>Leads who asks for a page to its address: with a date where none was named, and without the boxes of a form that were left empty.</summary>
public static class WholeAddress
{
    public static async Task LeadAsync(HttpContext context, RequestDelegate next)
    {
        var there = Representation.Of(context) == Representation.Html ? await FindAsync(context) : null;
        if (there is null)
        {
            await next(context);
            return;
        }

        context.Response.Headers.Vary = "Accept";
        await Results.Redirect(there).ExecuteAsync(context);
    }

    /// <summary>The address to go to; null where it is the one that was asked for.</summary>
    private static async Task<string?> FindAsync(HttpContext context)
    {
        var typed = context.Request.Query;
        var endpoint = context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>()?.Method.HandlerType;
        if (
            (endpoint == typeof(TimelineEndpoint) || endpoint == typeof(ContributeEndpoint))
            && typed.Any(parameter => parameter.Value == "")
        )
        {
            // A form sends the boxes that were left empty too; an address names only what was asked for.
            return Address.Of(
                context.Request.Path.Value!,
                typed.Where(parameter => parameter.Value != "").Select(parameter => (parameter.Key, (string?)parameter.Value.ToString()))
            );
        }

        if ((endpoint == typeof(StateEndpoint) || endpoint == typeof(RelationsEndpoint)) && !typed.ContainsKey("on"))
        {
            var polity = (string)context.GetRouteValue("polity")!;
            var (known, _) = await context
                .RequestServices.GetRequiredService<PolityReader>()
                .AsKnownAsync(polity, typed["known-at"], context.RequestAborted);
            return Address.Of(
                endpoint == typeof(StateEndpoint)
                    ? $"/polities/{polity}/state"
                    : $"/polities/{polity}/relations/{context.GetRouteValue("entity")}",
                ("on", StateView.DefaultDate(known)),
                ("known-at", typed["known-at"]),
                ("kind", typed["kind"])
            );
        }

        return null;
    }
}
