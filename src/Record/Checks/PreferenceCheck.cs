using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;

namespace ArtsakhLedger.Checks;

/// <summary>Checks a preference: it names an existing claim, existing rivals in the same episode, and the bounds.</summary>
internal static class PreferenceCheck
{
    /// <param name="preference">The preference.</param>
    /// <param name="episode">The episode of the claim as known just before the preference; null if there is none.</param>
    public static IEnumerable<FactProblem> ProblemsOf(ClaimPreferred preference, Episode? episode)
    {
        if (episode is null)
        {
            yield return new(
                "/claim",
                $"there is no episode of '{preference.Claim}' at this point in the record; a claim's id is {{episode}}@{{source}}"
            );
            yield break;
        }

        string[] claims = [.. episode.Claims.Select(claim => claim.Id)];
        string[] rivals =
        [
            .. claims,
            .. episode.Attestations.Select(attestation => attestation.Fact),
            .. episode.Denials.Select(denial => denial.Fact),
        ];
        if (episode.FindClaim(preference.Claim) is null)
        {
            yield return NotInEpisode("/claim", preference.Claim, claims);
        }

        if (preference.Over.Count == 0)
        {
            yield return new("/over", "name the rivals that the claim is preferred over");
        }

        if (preference.Bounds.Count == 0)
        {
            yield return new("/bounds", "name the bounds: start, end, or both");
        }

        for (var i = 0; i < preference.Over.Count; i++)
        {
            if (!rivals.Contains(preference.Over[i]) && episode.FindClaim(preference.Over[i]) is null)
            {
                yield return NotInEpisode($"/over/{i}", preference.Over[i], rivals);
            }
            else if (preference.Over[i] == preference.Claim)
            {
                yield return new($"/over/{i}", "a claim cannot be preferred over itself");
            }
        }
    }

    private static FactProblem NotInEpisode(string pointer, string named, string[] known) =>
        new(
            pointer,
            $"'{named}' is not a claim, attestation or denial of the episode at this point in the record; it has {string.Join(", ", known)}"
        );
}
