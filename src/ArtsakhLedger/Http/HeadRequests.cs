namespace ArtsakhLedger.Http;

/// <summary>Answers HEAD as GET without the body (RFC 9110, section 9.3.2), at every address.</summary>
public static class HeadRequests
{
    private static readonly object Mark = new();

    /// <summary>Whether the original method of a request, which now says <c>GET</c>, was <c>HEAD</c>.</summary>
    public static bool Is(HttpContext context) => context.Items.ContainsKey(Mark);

    public static async Task AnswerAsGet(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Items[Mark] = true;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    }
}
