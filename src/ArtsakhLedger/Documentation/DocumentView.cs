using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Vocabulary;
using Microsoft.AspNetCore.Components;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Documentation;

/// <summary>The OpenAPI document, as its pages show it.</summary>
/// <param name="document">The document.</param>
public sealed class DocumentView(OpenApiDocument document)
{
    /// <summary>The page of all addresses.</summary>
    public const string Addresses = "/docs";

    /// <summary>The page of all schemas.</summary>
    public const string Schemas = "/docs/schemas";

    private static readonly JsonSerializerOptions Readable = new(FactJson.Options) { WriteIndented = true };

    /// <summary>All operations by what they are about, in the order in which a reader needs them.</summary>
    public IReadOnlyList<(string Tag, IReadOnlyList<DescribedOperation> Operations)> Groups { get; } =
    [
        .. from path in document.Paths
        from operation in path.Value.Operations ?? []
        let tag = operation.Value.Tags?.FirstOrDefault()?.Name ?? "Other"
        group new DescribedOperation(operation.Key.Method, path.Key, operation.Value) by tag into grouped
        orderby Order(grouped.Key), grouped.Key
        select (grouped.Key, (IReadOnlyList<DescribedOperation>)[.. grouped.OrderBy(one => one.Path).ThenBy(one => one.Method)]),
    ];

    /// <summary>All schemas by name: first the kinds of fact and what else is sent, then answers.</summary>
    public IReadOnlyList<(string Name, IOpenApiSchema Schema)> Components { get; } =
    [
        .. from schema in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()
        orderby char.IsUpper(schema.Key[0]), schema.Key
        select (schema.Key, schema.Value),
    ];

    /// <summary>What stands at the head of the document.</summary>
    public string Description => document.Info.Description ?? "";

    /// <summary>A description, with code between backquotes.</summary>
    public static MarkupString Text(string? description) =>
        new(
            string.Concat(
                (description ?? "")
                    .Split('`')
                    .Select((part, i) => i % 2 == 0 ? WebUtility.HtmlEncode(part) : $"<code>{WebUtility.HtmlEncode(part)}</code>")
            )
        );

    /// <summary>JSON to read.</summary>
    public static string Written(JsonNode? example) => example?.ToJsonString(Readable) ?? "null";

    /// <summary>What a schema allows, in a few words, with links to the schemas that it names.</summary>
    public static MarkupString Kind(IOpenApiSchema? schema) => new(InWords(schema));

    /// <summary>What is said of a member itself, after its kind. What is said of its kind stands where the link leads.</summary>
    public static MarkupString Then(IOpenApiSchema member) =>
        (member is OpenApiSchemaReference named ? named.Reference.Description : member.Description) is { } said
            ? new($". {Text(said).Value}")
            : new("");

    private static string InWords(IOpenApiSchema? schema) =>
        schema switch
        {
            null => "anything",
            OpenApiSchemaReference { Reference.Id: { } name } =>
                $"<a href=\"{Schemas}#{WebUtility.HtmlEncode(name)}\">{WebUtility.HtmlEncode(name)}</a>",
            { Enum: { Count: > 0 } values } => string.Join(
                " or ",
                values.Select(value => $"<code>{WebUtility.HtmlEncode(value?.ToJsonString().Trim('"') ?? "null")}</code>")
            ),
            { AnyOf: { Count: > 0 } several } => string.Join(" or ", several.Select(InWords)),
            { OneOf: { Count: > 0 } several } when several.All(one => one is OpenApiSchemaReference || one.Type is not null) => string.Join(
                " or ",
                several.Select(InWords)
            ),
            { Items: { } items } => $"a list of {InWords(items)}",
            _ => string.Join(
                " or ",
                Enum.GetValues<JsonSchemaType>()
                    .Where(type => schema.Type?.HasFlag(type) == true)
                    .Select(type => type == JsonSchemaType.Null ? "null" : type.ToString().ToLowerInvariant())
                    .DefaultIfEmpty("anything")
            ) + (schema.Format is { } format ? $" ({WebUtility.HtmlEncode(format)})" : ""),
        };

    private static int Order(string tag) =>
        Array.IndexOf(["Polities", "Entities", "Facts", "Sources", "Dates", "Log", "Guides", "Health"], tag) is >= 0 and var at ? at : 99;
}

/// <summary>An operation of the service.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The address.</param>
/// <param name="Operation">What the document says of it.</param>
public sealed record DescribedOperation(string Method, string Path, OpenApiOperation Operation)
{
    /// <summary>The anchor on the page.</summary>
    public string Anchor => Operation.OperationId!;

    /// <summary>The role that it needs; null where it is open.</summary>
    public string? Role => Operation.Security?.SelectMany(one => one.Values).SelectMany(roles => roles).FirstOrDefault();

    /// <summary>The answers, in the order of their status.</summary>
    public IEnumerable<(string Status, IOpenApiResponse Response)> Answers =>
        (Operation.Responses ?? [])
            .OrderBy(answer => answer.Key, StringComparer.Ordinal)
            .Select(answer => (answer.Key, answer.Value))
            .Where(answer => !IsRefusal(answer.Key));

    /// <summary>The statuses with which it refuses.</summary>
    public IEnumerable<string> Refusals => (Operation.Responses ?? []).Keys.Where(IsRefusal).Where(status => status != "default").Order();

    private static bool IsRefusal(string status) => status[0] is not ('1' or '2' or '3');
}
