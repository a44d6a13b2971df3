using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A fact about recognition in one direction: the actor recognises the polity or, if the actor is the polity, the polity recognises
/// another. Mutual recognition is both.</summary>
public abstract record RecognitionFact : PublicMeasure
{
    /// <summary>The party that is recognised; absent if it is the polity.</summary>
    [OfKind(EntityKind.Polity)]
    public Party? Recognised { get; init; }

    /// <summary>True if each recognised the other.</summary>
    public bool Mutual { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        var byPolity = Actor.Id == Polity;
        var other = byPolity ? Recognised?.Id : Actor.Id;
        if (other is null)
        {
            yield break; // with an unnamed party there is no episode
        }

        if (!byPolity || Mutual)
        {
            yield return new(EpisodeKind.RecognitionBy.EpisodeOf(Polity!, other), EpisodeKind.RecognitionBy, other, Role);
        }

        if (byPolity || Mutual)
        {
            yield return new(EpisodeKind.RecognitionOf.EpisodeOf(Polity!, other), EpisodeKind.RecognitionOf, other, Role);
        }
    }

    public override IEnumerable<(string Name, object? Value)> Details() => [("mutual", Mutual ? true : null), .. base.Details()];

    public override IEnumerable<Party> Parties() => Recognised is null ? base.Parties() : [.. base.Parties(), Recognised];
}
