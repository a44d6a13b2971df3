using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>The form of a recognition.</summary>
public enum RecognitionForm
{
    DeJure,
    DeFacto,
}

/// <summary>A fact about recognition in one direction: the actor recognises the polity or, if the actor is the polity, the polity recognises
/// another. Mutual recognition is both.</summary>
public abstract record RecognitionFact : PublicMeasure
{
    /// <summary>The party that is recognised; absent if it is the polity.</summary>
    [OfKind(EntityKind.Polity)]
    public Party? Recognised { get; init; }

    /// <summary>True if each recognised the other.</summary>
    public bool Mutual { get; init; }

    /// <summary>The form of the recognition, if a source says so.</summary>
    public RecognitionForm? Form { get; init; }

    /// <summary>2, 3 … if a source says that it is a further recognition by the same party; otherwise absent.</summary>
    public int? Term { get; init; }

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
            yield return new(EpisodeKind.RecognitionBy.EpisodeOf(Polity!, other), EpisodeKind.RecognitionBy, other, Role) { Term = Term };
        }

        if (byPolity || Mutual)
        {
            yield return new(EpisodeKind.RecognitionOf.EpisodeOf(Polity!, other), EpisodeKind.RecognitionOf, other, Role) { Term = Term };
        }
    }

    public override IEnumerable<(string Name, object? Value)> Details() =>
        [("mutual", Mutual ? true : null), ("form", Form), .. base.Details()];

    public override IEnumerable<Party> Parties() => Recognised is null ? base.Parties() : [.. base.Parties(), Recognised];

    /// <summary>The form in a sentence: " de facto".</summary>
    protected string FormInWords =>
        Form switch
        {
            RecognitionForm.DeJure => " de jure",
            RecognitionForm.DeFacto => " de facto",
            _ => "",
        };
}
