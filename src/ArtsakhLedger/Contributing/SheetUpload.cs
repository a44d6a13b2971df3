using ArtsakhLedger.Access;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Planning;
using ArtsakhLedger.Sheets.Reading;
using Wolverine.Http;

namespace ArtsakhLedger.Contributing;

/// <summary>Reads the form for a sheet: its token becomes the bearer token, and what is chosen in it a map. The same form is sent again until the
/// sheet is recorded, so it keeps the file in a field.</summary>
public static class SheetUpload
{
    /// <summary>The most bytes of a form: a file, the same again in base64, and the choices.</summary>
    public const int LargestBody = 14 * 1024 * 1024;

    private static readonly string[] Boxes =
    [
        SheetForm.FileNameBox,
        SheetForm.ContentBox,
        SheetForm.PolityBox,
        SheetForm.TypeBox,
        SheetForm.ReadAsBox,
        SheetForm.DatesBox,
        SheetForm.WorksheetBox,
        SheetForm.TitleBox,
        SheetForm.TokenBox,
        SheetForm.PressBox,
    ];

    private static readonly string[] Lists =
    [
        SheetForm.HeaderBoxes,
        SheetForm.ColumnBoxes,
        SheetForm.ValueBoxes,
        SheetForm.NameBoxes,
        SheetForm.EntityBoxes,
    ];

    private static readonly object FormMark = new();
    private static readonly object PlanMark = new();

    /// <summary>The form in a request; null if there is none.</summary>
    public static SheetForm? Of(HttpContext context) => context.Items[FormMark] as SheetForm;

    /// <summary>What the sheet in a request makes; null until it was read.</summary>
    public static SheetPlan? PlanOf(HttpContext context) => context.Items[PlanMark] as SheetPlan;

    /// <summary>Keeps what the sheet makes for the page that answers.</summary>
    public static void Keep(HttpContext context, SheetPlan plan) => context.Items[PlanMark] = plan;

    public static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>()?.Method.HandlerType == typeof(SheetEndpoint)
            && MultipartBody.IsIn(context.Request)
        )
        {
            var (fields, file) = await MultipartBody.ReadAsync(context.Request);
            RefuseStrayFields(fields);

            // As with the other form, only the token typed into it gives a right.
            var token = ValueOf(fields, SheetForm.TokenBox)?.Trim();
            context.Request.Headers.Authorization = string.IsNullOrEmpty(token) ? default : $"Bearer {token}";
            RequestLimits.CheckHeaders(context.Request);
            context.Items[FormMark] = FormOf(fields, file);
        }

        await next(context);
    }

    /// <exception cref="RequestProblem">415 for anything but the form, 422 for one without a sheet.</exception>
    public static SheetForm Require(HttpContext context)
    {
        var form =
            Of(context)
            ?? throw new RequestProblem(
                StatusCodes.Status415UnsupportedMediaType,
                "not-a-form",
                "The body has a media type that this address does not accept.",
                $"Send the form of GET /contribute/sheet with 'Content-Type: {MultipartBody.MediaType}'."
            );
        return form.Content is null
            ? throw Unreadable(new UnreadableSheetException("no sheet was chosen; choose a file: CSV, TSV or XLSX"))
            : form;
    }

    /// <summary>The problem of a file that is no sheet.</summary>
    public static RequestProblem Unreadable(UnreadableSheetException refused) =>
        new(
            refused.IsTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity,
            refused.IsTooLarge ? "sheet-too-large" : "unreadable-sheet",
            refused.IsTooLarge ? "The sheet is too large." : "The file is not a sheet that can be read.",
            refused.Message
        );

    private static SheetForm FormOf(IReadOnlyList<(string Name, string Value)> fields, SentFile? file)
    {
        var isNew = file is { Content.Length: > 0 } || file is not null && ValueOf(fields, SheetForm.ContentBox) is null;
        var type = ValueOf(fields, SheetForm.TypeBox);
        var isOfSameSheet = !isNew && type is not null && type == ValueOf(fields, SheetForm.ReadAsBox);
        try
        {
            return new(
                isNew ? file!.Name : ValueOf(fields, SheetForm.FileNameBox),
                isNew ? file!.Content : ContentIn(fields),
                new()
                {
                    Type = ColumnMapFile.TypeOf(type),
                    Polity = ValueOf(fields, SheetForm.PolityBox),
                    Worksheet = ValueOf(fields, SheetForm.WorksheetBox),
                    Title = ValueOf(fields, SheetForm.TitleBox),
                    Dates = ColumnMapFile.OrderOf(ValueOf(fields, SheetForm.DatesBox)),

                    // What was chosen for another sheet, or for another type of fact, says nothing of this one.
                    Columns = isOfSameSheet
                        ? Paired(fields, SheetForm.HeaderBoxes, SheetForm.ColumnBoxes)
                        : new Dictionary<string, string>(),
                    Values = isOfSameSheet || isNew ? Listed(fields, SheetForm.ValueBoxes) : new Dictionary<string, string>(),
                    Entities =
                        isNew && file!.Name != ValueOf(fields, SheetForm.FileNameBox) && ValueOf(fields, SheetForm.FileNameBox) is not null
                            ? new Dictionary<string, string>()
                            : Paired(fields, SheetForm.NameBoxes, SheetForm.EntityBoxes),
                },
                (ValueOf(fields, SheetForm.PressBox) ?? SheetForm.Preview) switch
                {
                    SheetForm.Preview => false,
                    SheetForm.Record => true,
                    var other => throw FormBody.Malformed($"There is no button '{other}'."),
                }
            );
        }
        catch (UnusableMapException refused)
        {
            throw FormBody.Malformed(refused.Message);
        }
    }

    private static byte[]? ContentIn(IReadOnlyList<(string, string)> fields)
    {
        try
        {
            return ValueOf(fields, SheetForm.ContentBox) is { } kept ? Convert.FromBase64String(kept) : null;
        }
        catch (FormatException)
        {
            throw FormBody.Malformed("The field 'content' is not in base64.");
        }
    }

    /// <summary>What is chosen in boxes, by what the boxes of the same number keep.</summary>
    private static Dictionary<string, string> Paired(IReadOnlyList<(string Name, string Value)> fields, string keys, string values)
    {
        var (named, chosen) = (Listed(fields, keys), Listed(fields, values));
        var pairs = new Dictionary<string, string>();
        foreach (var (number, key) in named)
        {
            if (chosen.TryGetValue(number, out var value))
            {
                pairs.TryAdd(key, value);
            }
        }

        return pairs;
    }

    private static Dictionary<string, string> Listed(IReadOnlyList<(string Name, string Value)> fields, string prefix) =>
        fields
            .Where(field => field.Name.StartsWith(prefix, StringComparison.Ordinal) && field.Value.Trim().Length > 0)
            .ToDictionary(field => field.Name[prefix.Length..], field => field.Value.Trim());

    private static void RefuseStrayFields(IReadOnlyList<(string Name, string Value)> fields)
    {
        foreach (var name in fields.GroupBy(field => field.Name))
        {
            if (!Boxes.Contains(name.Key) && !Lists.Any(list => name.Key.StartsWith(list, StringComparison.Ordinal)))
            {
                throw FormBody.Malformed($"The form has no field '{name.Key}'.");
            }

            if (name.Count() > 1)
            {
                throw FormBody.Malformed($"The field '{name.Key}' is sent {name.Count()} times.");
            }
        }
    }

    private static string? ValueOf(IReadOnlyList<(string Name, string Value)> fields, string name) =>
        fields.FirstOrDefault(field => field.Name == name).Value is { } value && value.Trim().Length > 0 ? value.Trim() : null;
}
