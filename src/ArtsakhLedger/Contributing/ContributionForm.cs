using System.Text;
using ArtsakhLedger.Access;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Vocabulary;
using Wolverine.Http;

namespace ArtsakhLedger.Contributing;

/// <summary>Turns a form sent to <c>POST /contribute</c> into the request that a program would send to <c>POST /facts</c>: its fact becomes
/// the body, its token the bearer token, its key the <c>Idempotency-Key</c>. The same rules then apply to both.</summary>
public static class ContributionForm
{
    private const string TokenBox = "token";
    private const string KeyBox = "key";
    private const string TypeBox = "type";
    private const string PressedBox = "press";

    private static readonly object Mark = new();

    /// <summary>The form in a request; null if there is none.</summary>
    public static FilledForm? Of(HttpContext context) => context.Items[Mark] as FilledForm;

    public static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>()?.Method.HandlerType != typeof(ContributionEndpoint)
            || !IsForm(context.Request)
        )
        {
            await next(context);
            return;
        }

        var pairs = await FormBody.ReadAsync(context.Request);
        var form = FormOf(pairs);
        context.Items[Mark] = form;
        RefuseStrayFields(form, pairs);
        if (form.Pressed == Button.AnotherCitation)
        {
            await ContributionPages.ShowAsync(context, form with { Citations = Math.Min(form.Citations + 1, FactForm.MaxCitations) });
            return;
        }

        Rewrite(context.Request, form, pairs.FirstOrDefault(pair => pair.Name == TokenBox).Value?.Trim());
        await next(context);
    }

    /// <exception cref="RequestProblem">415 for anything but a form.</exception>
    public static void Require(HttpContext context)
    {
        if (Of(context) is null)
        {
            throw new RequestProblem(
                StatusCodes.Status415UnsupportedMediaType,
                "not-a-form",
                "The body has a media type that this address does not accept.",
                $"Send the form of GET /contribute with 'Content-Type: {FormBody.MediaType}', or JSON to POST /facts."
            );
        }
    }

    private static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.ContentType?.Split(';')[0].Trim().Equals(FormBody.MediaType, StringComparison.OrdinalIgnoreCase) == true;

    private static void Rewrite(HttpRequest request, FilledForm form, string? token)
    {
        // A form on another site cannot record anything in somebody's name: there are no cookies, and the token is the one typed into this form.
        request.Headers.Authorization = string.IsNullOrEmpty(token) ? default : $"Bearer {token}";
        request.Headers[Idempotency.Header] = form.Pressed == Button.Record ? $"\"{form.Key}\"" : default;
        RequestLimits.CheckHeaders(request);
        var fact = Encoding.UTF8.GetBytes(FactFromForm.Of(form).ToJsonString(FactJson.Options));
        request.Body = new MemoryStream(fact);
        request.ContentLength = fact.Length;
        request.ContentType = Representation.Json;
    }

    private static FilledForm FormOf(IReadOnlyList<(string Name, string Value)> pairs)
    {
        var type = ValueOf(pairs, TypeBox);
        if (type is null || FactForm.Of(type) is null)
        {
            throw FormBody.Malformed(
                type is null
                    ? "It does not say which kind of fact is meant (type)."
                    : $"'{type}' is not a kind of fact that this form records."
            );
        }

        var pressed = ValueOf(pairs, PressedBox) ?? FilledForm.Buttons[Button.Preview];
        if (FilledForm.Buttons.FirstOrDefault(button => button.Value == pressed) is not { Value: not null } button)
        {
            throw FormBody.Malformed($"There is no button '{pressed}'.");
        }

        var known = FactForm.BoxesOf(type, FactForm.MaxCitations).Select(box => box.Box).ToHashSet();
        var boxes = pairs
            .Where(pair => known.Contains(pair.Name) && pair.Value.Length > 0)
            .GroupBy(pair => pair.Name)
            .ToDictionary(box => box.Key, box => (IReadOnlyList<string>)[.. box.Select(pair => pair.Value)]);
        return Closed(new(type, boxes, FactForm.MaxCitations, ValueOf(pairs, KeyBox) ?? "", button.Key), CitationsIn(pairs));
    }

    /// <summary>Leaves out empty citations, except for one.</summary>
    private static FilledForm Closed(FilledForm form, int citations)
    {
        var filled = Enumerable
            .Range(0, citations)
            .Where(place => FactForm.Citation.Any(field => form[FactForm.BoxOf(place, field)].Length > 0))
            .ToList();
        var boxes = form.Boxes.Where(box => !box.Key.StartsWith("citations/", StringComparison.Ordinal)).ToDictionary();
        foreach (var (place, from) in filled.Index())
        {
            foreach (var field in FactForm.Citation.Where(field => form.Boxes.ContainsKey(FactForm.BoxOf(from, field))))
            {
                boxes[FactForm.BoxOf(place, field)] = form.Boxes[FactForm.BoxOf(from, field)];
            }
        }

        return form with
        {
            Boxes = boxes,
            Citations = Math.Max(1, filled.Count),
        };
    }

    private static int CitationsIn(IReadOnlyList<(string Name, string Value)> pairs) =>
        Enumerable
            .Range(0, FactForm.MaxCitations)
            .Count(place => pairs.Any(pair => pair.Name == FactForm.BoxOf(place, FactForm.Citation[0])));

    private static void RefuseStrayFields(FilledForm form, IReadOnlyList<(string Name, string Value)> pairs)
    {
        var several = FactForm.Of(form.Type)!.Where(field => field.Input == FieldInput.Choices).Select(field => field.Name).ToHashSet();
        var known = FactForm
            .BoxesOf(form.Type, FactForm.MaxCitations)
            .Select(box => box.Box)
            .Concat([TypeBox, KeyBox, TokenBox, PressedBox])
            .ToHashSet();
        foreach (var name in pairs.GroupBy(pair => pair.Name))
        {
            if (!known.Contains(name.Key))
            {
                throw FormBody.Malformed($"The form has no field '{name.Key}'.");
            }

            if (name.Count() > 1 && !several.Contains(name.Key))
            {
                throw FormBody.Malformed($"The field '{name.Key}' is sent {name.Count()} times.");
            }
        }
    }

    private static string? ValueOf(IReadOnlyList<(string Name, string Value)> pairs, string name) =>
        pairs.FirstOrDefault(pair => pair.Name == name).Value;
}
