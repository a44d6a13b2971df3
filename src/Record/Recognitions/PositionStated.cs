using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>Where an actor stands that neither recognises nor rejects by an act of its own.</summary>
public enum Position
{
    /// <summary>It does not recognise.</summary>
    NonRecognition,

    /// <summary>It holds the territory to be part of another state.</summary>
    PartOfAnotherState,

    /// <summary>It has no diplomatic relations with it.</summary>
    NoDiplomaticRelations,

    /// <summary>It calls on others to recognise.</summary>
    RecognitionUrged,

    /// <summary>It supports a right of self-determination.</summary>
    SelfDetermination,

    /// <summary>It supports a part in settlement negotiations.</summary>
    PartInNegotiations,

    /// <summary>It supports the polity in some other way, which the subject tells.</summary>
    Support,
}

/// <summary>An actor's position on the polity or, where the actor is the polity, on another. It only happens; one that says that there is no
/// recognition makes "attested as not recognised" until the same actor recognises (INTERFACES, section 1).</summary>
public sealed record PositionStated : PublicAct
{
    /// <summary>What the position comes to.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Whom the position is about; absent where it is the polity.</summary>
    public Party? Towards { get; init; }

    /// <summary>The state that the actor holds the territory to be part of.</summary>
    [OfKind(EntityKind.Polity)]
    public Party? PartOf { get; init; }

    /// <summary>The person or organ that stated the actor's position, where a source says so.</summary>
    public Party? StatedBy { get; init; }

    /// <summary>Whether it says that the actor does not recognise. A call to recognise, or support of another kind, says neither that nor the contrary.</summary>
    public bool SaysNotRecognised() => Positions.Any(position => position is Position.NonRecognition or Position.PartOfAnotherState);

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. new[] { Towards, PartOf, StatedBy }.OfType<Party>()];

    public override string InWords(PartyNames names)
    {
        var about = names.OrPolity(Towards);
        var positions = Positions.Select(position =>
            position switch
            {
                Position.NonRecognition => $"did not recognise {about}",
                Position.PartOfAnotherState => $"held {about} to be part of {(PartOf is null ? "another state" : names[PartOf])}",
                Position.NoDiplomaticRelations => $"had no diplomatic relations with {about}",
                Position.RecognitionUrged =>
                    $"called {(Urged is null ? "for the recognition of" : $"on {names.AllOf(Urged)} to recognise")} {about}",
                Position.SelfDetermination => $"supported a right of self-determination of {about}",
                Position.PartInNegotiations => $"supported a part of {about} in settlement negotiations",
                _ => $"supported {about}",
            }
        );
        return $"{names[Actor]} {PartyNames.Joined([.. positions])}{ParticularsInWords(names)}{(StatedBy is null ? "" : $", as stated by {names[StatedBy]}")}";
    }
}
