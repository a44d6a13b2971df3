using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Access;

/// <summary>Describes tokens in the OpenAPI document: the scheme, and the role that each address needs.</summary>
public static class BearerDocumentation
{
    private const string Scheme = "bearer";

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.AddComponent<IOpenApiSecurityScheme>(
                    Scheme,
                    new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = Scheme,
                        BearerFormat = "JWT",
                        Description =
                            "Reading is open. Writing needs a JSON Web Token with the role contributor or editor, from the ledger's issuer or its command line (token issue).",
                    }
                );
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                if (HttpMethods.IsGet(context.Description.HttpMethod ?? "") || HttpMethods.IsHead(context.Description.HttpMethod ?? ""))
                {
                    return Task.CompletedTask;
                }

                var forEditors = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiresEditorAttribute>().Any();
                operation.Security =
                [
                    new()
                    {
                        [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [forEditors ? Role.Editor : Role.Contributor],
                    },
                ];
                return Task.CompletedTask;
            }
        );
    }
}
