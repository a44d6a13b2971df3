using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Episodes;

/// <summary>The claims that a preference can name: those of each source in the order of record, whatever periods are read from them. So what a preference
/// names stays the same when more becomes known.</summary>
internal static class NamedClaims
{
    /// <summary>The claims about an episode: <c>{episode}@{source}</c>, then <c>~2</c> … where the source gives a second, different start or end.</summary>
    public static IReadOnlyList<EpisodeClaim> Of(string episode, ThingFacts thing)
    {
        var claims = new List<EpisodeClaim>();
        foreach (
            var (fact, role) in thing
                .Told.Where(told => EpisodeId.Of(thing.Id, told.Link.Term ?? 1) == episode)
                .Select(told => (told.Entry.Fact, told.Link.Role))
        )
        {
            if (role == EpisodeRole.Attests)
            {
                continue;
            }

            foreach (var source in fact.Sources())
            {
                var said = Said(fact, role, source);
                var same = claims.FindIndex(claim => claim.Source == source && Fits(claim, said));
                if (same >= 0)
                {
                    claims[same] = Join(claims[same], said);
                }
                else
                {
                    var number = claims.Count(claim => claim.Source == source) + 1;
                    claims.Add(said with { Id = number == 1 ? $"{episode}@{source}" : $"{episode}@{source}~{number}" });
                }
            }
        }

        return claims;
    }

    /// <summary>What one fact says for one source.</summary>
    private static EpisodeClaim Said(Fact fact, EpisodeRole role, string source)
    {
        var claim = new EpisodeClaim("", source);
        if (role == EpisodeRole.Closes)
        {
            return claim with { End = fact.Date, EndIsUndated = fact.Date is null, EndFacts = [fact.Id] };
        }

        if (fact.Date is not { IsInterval: true } term)
        {
            return claim with { Start = fact.Date, StartFacts = [fact.Id] };
        }

        return claim with
        {
            Start = term.Start,
            StartFacts = [fact.Id],
            End = term.End,
            EndIsOpen = term.EndIsOpen,
            EndIsUndated = term.EndIsUnknown,
            EndFacts = [fact.Id],
        };
    }

    /// <summary>A source's start and end are one claim until it gives a different one. An undated end is not the same as none.</summary>
    private static bool Fits(EpisodeClaim claim, EpisodeClaim said) =>
        (said.Start is null || claim.Start is null || Equals(claim.Start, said.Start))
        && (said.End is null || claim.End is null || Equals(claim.End, said.End))
        && !(said.EndIsOpen && (claim.End is not null || claim.EndIsUndated))
        && !(claim.EndIsOpen && (said.End is not null || said.EndIsUndated));

    private static EpisodeClaim Join(EpisodeClaim claim, EpisodeClaim said) =>
        claim with
        {
            Start = claim.Start ?? said.Start,
            StartFacts = [.. claim.StartFacts.Union(said.StartFacts)],
            End = claim.End ?? said.End,
            EndIsOpen = claim.EndIsOpen || said.EndIsOpen,
            EndIsUndated = (claim.EndIsUndated || said.EndIsUndated) && claim.End is null && said.End is null,
            EndFacts = [.. claim.EndFacts.Union(said.EndFacts)],
        };
}
