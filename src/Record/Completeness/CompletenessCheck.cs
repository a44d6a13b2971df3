using System.Text.Json;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Recognitions;

namespace ArtsakhLedger.Completeness;

/// <summary>Checks a statement that a list is complete.</summary>
internal static class CompletenessCheck
{
    private static readonly string[] Classes =
    [
        .. Enum.GetNames<EntityKind>().Concat(Enum.GetNames<ActorLevel>()).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Distinct(),
    ];

    public static IEnumerable<FactProblem> ProblemsOf(CompletenessStated statement)
    {
        if (!Slug.IsValid(statement.Kind))
        {
            yield return new(
                "/kind",
                "the kind must be lower-case letters, digits and hyphens, such as recognition-by or diplomatic-mission"
            );
        }

        if (!Classes.Contains(statement.Class))
        {
            yield return new("/class", $"there is no class '{statement.Class}'; write one of {string.Join(", ", Classes)}");
        }
    }
}
